"""The reader of case folders: YAML text to a validated case, with every finding and where it stands."""
