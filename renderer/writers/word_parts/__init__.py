"""The parts of a Word file: one file a part, joined by `writers/word.py`."""
