"""The workbooks that are written."""
