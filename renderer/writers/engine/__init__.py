"""Loads WeasyPrint without what our documents do not need: half of its own loading, and the same WeasyPrint.

load.py          the loading
later.py         libraries that are loaded when they are asked for, which is never for our pages
declared.py      the C functions as they are declared, without a C parser
declarations.py  the declarations, made by `scripts/engine_declarations`
"""

from renderer.writers.engine.load import load_engine

__all__ = ["load_engine"]
