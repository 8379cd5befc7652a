"""Who may see and do what, why, and the log of who looked."""
