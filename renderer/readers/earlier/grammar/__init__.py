"""The grammar of earlier documents: from a `SourceDocument` to the data of a case, one named rule for each habit."""
