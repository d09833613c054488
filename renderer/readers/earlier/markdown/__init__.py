"""Markdown conversions of earlier documents: headings, tab-separated rows, HTML in the cells."""
