"""The figures of a signed agreement: its texts against its annexes, and its tables against themselves."""
