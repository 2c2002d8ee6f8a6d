"""A room as its host looks after it."""
