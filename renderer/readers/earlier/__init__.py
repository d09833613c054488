"""Earlier documents: follow-ups that were made by hand, read back into data.

Each format (Markdown conversion, plain text in reading order, PDF, Word) has a reader that turns its bytes into the
same `SourceDocument`; one grammar then understands that. So a rule of the layout is written once.
"""
