"""Bad input: broken folders and documents end in findings, never in a traceback or a half-written file."""
