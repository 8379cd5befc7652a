"""Recording: case notes on a child, and what was shared about them, with whom and on what ground."""
