"""Readers: bytes in, a reading out (data or proposals, and findings).

One file or room a format; foreign exceptions end here.
"""
