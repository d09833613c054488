"""PDF files: what is drawn on a page -> lines, columns, rows and cells."""
