"""Issuing: editions into the archive, out of it, and over to other archives."""
