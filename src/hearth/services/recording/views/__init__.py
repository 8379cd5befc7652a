"""Pages of the record, by topic."""
