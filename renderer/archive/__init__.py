"""The archive: what was issued, unchangeable, on SQLite or PostgreSQL."""
