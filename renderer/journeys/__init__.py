"""Journeys: what a user sets out to do, one file each, and the only place that joins the floors."""
