"""Writing case folders: a case -> the text files that an economist keeps under version control."""
