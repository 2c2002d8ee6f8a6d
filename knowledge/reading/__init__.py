"""Readers, one per file kind, that turn a hostile file into blocks inside a limited process."""
