"""Readers: bytes in, a reading out (data or proposals, and findings). One file a format; foreign exceptions end here."""
