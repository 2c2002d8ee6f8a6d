"""Who goes to which of several parallel sessions: exactly, or first come, first served; pure."""
