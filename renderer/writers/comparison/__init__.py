"""A comparison of two editions -> the bytes of a file: PDF, Word and Markdown."""
