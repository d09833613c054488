"""Word files: the XML of the package -> paragraphs, lists, rows and cells."""
