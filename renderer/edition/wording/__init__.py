"""What has changed in a running text, word by word: two texts -> what is kept, inserted and deleted.

tokens.py        a paragraph as words, signs and spaces, each with its marks (bold, link), and back
matching.py      which elements of two sequences are the same: in nearly linear time, always the same answer
stretches.py     matched words -> kept and changed stretches, with no fragments that nobody would read
alignment.py     which paragraphs and list entries belong together
changed_text.py  the result: blocks of pieces, from which both texts can be had back
compare.py       `compare_prose` and `compare_lines`
excerpt.py       the result without its long unchanged stretches
"""
