"""Rendering: editions as files, complete or absent, and what such a file says of itself."""
