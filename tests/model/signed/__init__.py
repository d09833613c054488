"""Tests of the signed agreement."""
