"""Word files as such: the package, its names, styles, lists and fields, for every reader of Word."""
