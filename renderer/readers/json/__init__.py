"""A case as JSON -> the same reading as of a case folder."""
