"""Tests of the figures of a signed agreement."""
