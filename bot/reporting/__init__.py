"""How announcements go and went, shown to who sent them."""
