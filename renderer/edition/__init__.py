"""The edition: what one published document says, in order, as plain data that the writers set."""
