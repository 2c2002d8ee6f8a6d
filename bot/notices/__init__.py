"""What notices look like: changes, reminders, rooms, groups."""
