"""Tests of what an operator installs: the container, the units, the settings, and the page about them."""
