"""Tests of the reading of amounts in prose."""
