"""The signed agreement, read from every kind of document."""
