"""Deliveries on their way to Telegram, at the pace it allows."""
