"""Free words about the agenda and practical matters, read and answered from the live rows."""
