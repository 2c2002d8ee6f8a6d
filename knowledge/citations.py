"""Citations are built and checked by code: nothing is said that its passage does not hold."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.answers import Answer, Citation, Claim
from knowledge.papers import Source
from knowledge.windows import heading_line
from knowledge.words import names, numbers, words
from knowledge.writers.writer import Statement

_QUOTED = re.compile(r"[“\"«]([^“”\"«»]+)[”\"»]")


def citation_text(cited: Citation | Source) -> str:
    """`TITLE, vN, ¶ N[, p. N]`, or `TITLE, vN, front page`; the same in every language."""
    source = cited.source if isinstance(cited, Citation) else cited
    paper = f"{source.label.title}, v{source.label.number}"
    passage = source.passage
    if passage.paragraph is None:
        return f"{paper}, front page"
    page = "" if passage.page is None else f", p. {passage.page}"
    return f"{paper}, ¶ {passage.paragraph}{page}"


def cite(draft: Sequence[Statement]) -> Answer:
    """Number the passages of a draft in order of appearance; one passage has one citation."""
    numbering = _Numbering()
    claims = [numbering.claim(statement) for statement in draft]
    return Answer(tuple(claims), numbering.citations())


def check(answer: Answer, shown: Sequence[Source]) -> Answer | None:
    """Drop every claim whose quotes, names or numbers its passages do not hold; None: all of them.

    A claim must cite, and cite only passages that were `shown` to the writer. What is left is
    numbered anew.
    """
    by_number = {citation.number: citation for citation in answer.citations}
    kept = [
        Statement(claim.text, tuple(by_number[n].source for n in claim.numbers), claim.items)
        for claim in answer.claims
        if _holds(claim, [by_number[n] for n in claim.numbers if n in by_number], shown)
    ]
    return cite(kept) if kept else None


def _holds(claim: Claim, cited: Sequence[Citation], shown: Sequence[Source]) -> bool:
    if not cited or len(cited) != len(claim.numbers):
        return False
    if any(citation.source not in shown for citation in cited):
        return False
    said = "\n".join([claim.text, *claim.items])
    return _quotes_hold(said, cited) and _facts_hold(said, cited)


def _quotes_hold(said: str, cited: Sequence[Citation]) -> bool:
    """What the claim repeats word for word, or sets in quotation marks, stands in a passage."""
    own = [quote for citation in cited for quote in citation.quotes if quote in said]
    texts = [citation.source.passage.text for citation in cited]
    marked = [] if own else _QUOTED.findall(said)
    return all(any(quote in text for text in texts) for quote in [*own, *marked])


def _facts_hold(said: str, cited: Sequence[Citation]) -> bool:
    texts = [f"{heading_line(c.source.passage)}\n{c.source.passage.text}" for c in cited]
    known_words = {word for text in texts for word in words(text)}
    known_numbers = {number for text in texts for number in numbers(text)}
    said_names = {word for name in names(said) for word in words(name)}
    return said_names <= known_words and set(numbers(said)) <= known_numbers


@dataclass(slots=True)
class _Numbering:
    """Gives each passage its number at its first appearance and gathers what is quoted of it."""

    quotes: dict[Source, dict[str, None]] = field(default_factory=dict)

    def claim(self, statement: Statement) -> Claim:
        for source in statement.sources:
            held = self.quotes.setdefault(source, {})
            held.update(dict.fromkeys(_quoted(statement, source)))
        order = list(self.quotes)
        found = tuple(order.index(source) + 1 for source in dict.fromkeys(statement.sources))
        return Claim(statement.text, found, statement.items)

    def citations(self) -> tuple[Citation, ...]:
        return tuple(
            Citation(number, source, tuple(quotes))
            for number, (source, quotes) in enumerate(self.quotes.items(), 1)
        )


def _quoted(statement: Statement, source: Source) -> Iterator[str]:
    """The stretches of the passage that a statement repeats: itself, its items, or its quotes."""
    parts: Iterable[str] = (statement.text, *statement.items)
    for part in parts:
        if part in source.passage.text:
            yield part
        else:
            yield from (q for q in _QUOTED.findall(part) if q in source.passage.text)
