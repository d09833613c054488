"""Tests of the editorial rules on texts alone."""
