"""A schedule change from the file or the tap to its release, and the versions before it."""
