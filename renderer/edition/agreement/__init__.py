"""The signed agreement as a document to be: what it says, in order, as plain data that the writers set."""
