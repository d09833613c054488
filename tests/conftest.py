"""Settings that hold for every test."""

from hypothesis import settings

# A slow or busy machine is no fault of the code: no test is timed.
settings.register_profile("untimed", deadline=None, print_blob=True)
settings.load_profile("untimed")
