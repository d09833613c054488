"""The signed agreement itself, read out of an earlier document: its outline, its signatures and its figures."""
