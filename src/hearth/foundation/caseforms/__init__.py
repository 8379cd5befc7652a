"""Versioned forms defined as data, the answers given to them, and drafts that are saved by themselves."""
