"""Amounts of money in running Danish prose: text -> tokens -> quantities -> mentions with their years."""
