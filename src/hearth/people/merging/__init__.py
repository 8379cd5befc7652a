"""Two records of one person: making them one, undoing it; and birth and adoptive identities kept apart."""
