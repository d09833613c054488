"""How the archive's tables came to be, one file for each change of them."""
