"""The model: what an agreement and its follow-ups are. Validated, frozen, free of files, clock and locale."""
