"""Forms of the record: their shape only; the rules are in the actions."""
