"""What most tasks need, loaded: imported by the process that confined ones are forked from (`confined.py`).

So a process that replaces another starts at once, and all of them share the memory: the dictionary alone is 80 MB.
"""

import gc
from contextlib import suppress

import renderer.journeys.serving.uploaded_case
import renderer.writers.pdf
import renderer.writers.word  # noqa: F401
from renderer.checks.editorial.lexicon import danish
from renderer.errors import BrokenResource

# Where it is missing, the first task that needs it says so.
with suppress(BrokenResource):
    danish()

# What is loaded stays: looking for cycles goes through a task's own objects only, and leaves shared memory untouched.
gc.collect()
gc.freeze()
