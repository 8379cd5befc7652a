"""Bringing in people from another system's file: read, checked, and written in batches that commit whole."""
