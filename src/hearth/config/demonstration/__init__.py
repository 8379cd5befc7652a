"""The demonstration authority: invented people and their history, made through the actions."""
