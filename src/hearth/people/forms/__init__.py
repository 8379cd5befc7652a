"""Forms about people, by topic: their shape only; the rules are in the actions."""
