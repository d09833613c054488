"""A simulated Word user: edits a draft's XML the way Word writes it, and knows exactly what was done.

stamp.py       who did something, and when
character.py   one character with its look and its history
paragraph.py   a paragraph as it is typed
shape.py       the paragraphs of a field in their lists
opening.py     the XML of a draft -> fields to type in
hand.py        fields -> XML as Word writes it
typing.py      edits of words
building.py    edits of paragraphs and lists
choice.py      the drop-down lists of smileys
saying.py      what a text says, without regard to how its marks are nested
remark.py      comments
noise.py       what Word changes without meaning anything by it
vandal.py      what is done outside the fields, and what must be told of it
word_file.py   the parts of the file, packed as other programs pack them
proof.py       what was done, held against what was read
session.py     a user at work: from one draft to another, with everything that was done
"""
