"""An announcement while it is written, and as people get it."""
