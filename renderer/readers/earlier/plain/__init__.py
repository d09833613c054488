"""Plain text in reading order out of a PDF: broken and hyphenated lines, cells one after another."""
