"""Collecting the statuses: workbooks out to the centres, who still owes what, and reminders."""
