"""Where sentences end, for everyone who quotes or shows the words of a paper."""

from knowledge.reading.sentences import sentences

__all__ = ["sentences"]
