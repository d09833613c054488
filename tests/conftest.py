"""Settings that hold for every test."""

from hypothesis import settings

# A slow or busy machine is no fault of the code: no test is timed. One commit gets one verdict: the examples follow
# from the test alone, and `make search` is what looks for new ones (docs/decisions/0021).
settings.register_profile("steady", deadline=None, print_blob=True, derandomize=True, database=None)
settings.register_profile("searching", deadline=None, print_blob=True)
settings.load_profile("steady")
