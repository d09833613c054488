"""Workbooks: what centres fill in, and a whole case as tables.

collect.py       the entry for what centres fill in: joins the others
answer_sheet.py  the sheet with one row per item and checkpoint
instructions.py  the sheet that says what to do
hidden_sheets.py the choices of the lists, and the record
looks.py         fonts, colours and borders
book.py          a workbook as bytes: properties, language, the same bytes every time
case_tables.py   a whole case as tables
"""
