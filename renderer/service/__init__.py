"""The HTTP API: other systems check, render, issue and look up, through the same journeys as the command line."""
