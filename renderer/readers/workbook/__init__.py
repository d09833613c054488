"""Workbooks as files: cells with what stands in them, whatever program saved them.

open_book.py    the entry: tells the kinds of files apart
package.py      a ZIP of XML parts, opened with care
xlsx.py         Excel's files; xlsx_styles.py and xlsx_notes.py are parts of it
ods.py          OpenDocument's files
delimited.py    lines of texts between semicolons, commas or tabs
book.py         what all of them give
numbers.py      numbers and dates as a Danish Excel shows them
table.py        the rows under a line of headings
"""
