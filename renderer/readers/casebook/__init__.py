"""A whole case in one workbook -> the case, with the sheet and cell of everything that is wrong.

read.py     the entry: joins the others
located.py  data that know the cell of every part of them
sheets.py   sheets as rows of named cells, their headings held against those known
plan.py     the agreement, its lists, chapters and items
reports.py  follow-ups, statuses and waivers
signed.py   the signed agreement
values.py   what a cell says, as the data say it
"""
