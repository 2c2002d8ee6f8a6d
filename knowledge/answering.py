"""From a question to an Answer whose every claim has its source, or to NoAnswer."""

from knowledge.answers import Answer, Citation, Claim, NoAnswer
from knowledge.citations import check, cite
from knowledge.search import Search
from knowledge.writers.writer import Writer

__all__ = ["Answer", "Answerer", "Citation", "Claim", "NoAnswer"]


class Answerer:
    """Searches, lets the writer write, and lets nothing through that its passages do not hold."""

    def __init__(self, search: Search, writer: Writer) -> None:
        self._search = search
        self._writer = writer

    def answer(self, question: str, scope: frozenset[int]) -> Answer | NoAnswer:
        """Answer from the versions in `scope`; raises EmptyScope where there are none."""
        evidence = self._search.evidence(question, scope)
        draft = cite(self._writer.write(evidence))
        shown = [hit.source for hit in evidence.hits]
        return check(draft, shown) or NoAnswer(shown[0] if shown else None)
