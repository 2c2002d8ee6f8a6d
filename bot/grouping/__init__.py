"""Parallel sessions and their people: for organisers, and for those who choose."""
