"""Aftalerapport: from the data of a budget agreement to its official documents.

The floors of the house are listed in ``pyproject.toml`` ([tool.importlinter]) and held by import-linter.
"""

__version__ = "0.1.0"
