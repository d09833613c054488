"""Returned workbooks: what centres filled in -> proposals, comments, and what to look at.

read.py      the entry: joins the others
origin.py    which workbook it was, and what had been sent out with it
matching.py  which row of which sheet is which row that was asked
answers.py   the cells that were filled in
context.py   the cells that were locked
remarks.py   notes and comments, and what stands outside the table
notices.py   the findings of this room, in Danish
"""
