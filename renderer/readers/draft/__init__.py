"""Returned drafts: Word files that were sent out for correction -> what was changed, commented and added.

read.py        the entry: joins the others
origin.py      which draft the file was: its record, its properties, or what it looks like
final_edition.py a finished edition, which is no draft and is refused
maker.py       the program that saved the file last
story.py       the XML, walked once: paragraphs and tables with owners, tracked changes and comments
span.py        characters with one look, one owner and one history
looks.py       what of a run's look Markdown can say, and what it cannot
accepted.py    paragraphs as they are when all changes are accepted
expected.py    what the draft said: fixed lines and fields in their order
sharing.py     the paragraphs of a container shared out among fixed lines and fields
rows.py        which row of which table is which row of which item
text.py        the paragraphs of a field -> Markdown
restored.py    what LibreOffice takes out of a field, put back
fixed.py       what was changed outside the fields
edges.py       running heads and feet
losses.py      formatting and contents that Markdown cannot say
comments.py    remarks and what they are anchored to
doubled.py     texts in which old and new stand together
notices.py     the findings of this room, in Danish
"""
