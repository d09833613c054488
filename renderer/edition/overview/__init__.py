"""The overview of an edition: counted from its items, printed between the letter and the chapters.

blocks.py   what is printed, as plain data
build.py    `overview_of`: the overview of an edition, from its items and those of the follow-up before
counting.py smileys counted, and the lines and tables of counts
items.py    the strip of smileys, and the items that are worse, better or sad
numbers.py  the same numbers for programs, as rows
"""
