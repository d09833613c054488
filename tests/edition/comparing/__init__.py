"""Comparisons of editions."""
