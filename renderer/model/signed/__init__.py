"""The signed agreement: the parties' own document, from its introduction to its figures and signatures."""
