"""Agenda, people and logistics in and out: xlsx, csv, iCalendar, frab/pretalx JSON, TOML."""
