"""Messages that are kept up to date: sessions' cards, and somebody's day."""
