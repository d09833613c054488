"""What comes back: drafts and workbooks, held against the case and written into it."""
