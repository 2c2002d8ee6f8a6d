"""Papers, passages, search and cited answers; knows nothing of Telegram, people or tables."""
