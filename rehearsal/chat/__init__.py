"""A chat with the bot in the terminal, as one participant after another."""
