"""Pages about people, and about who may see them."""
