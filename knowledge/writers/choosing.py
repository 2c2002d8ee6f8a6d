"""Which sentences of the passages found come nearest to the question, and by what measures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.embedding import SentenceModel
from knowledge.expected import expected, holds
from knowledge.search import Evidence, Hit
from knowledge.words import stems
from knowledge.writers.units import Kind, Unit, units

PASSAGES = 5  # passages whose sentences are looked at
UNITS = 60  # sentences embedded at most for one question; the first ones of each passage go first

# A sentence's score is its cosine plus these. Chosen on squad2-half.json, one library for each
# article: the best sentence stands in the right passage for 90 % of the questions (85 % of the
# passages that search ranks first are right); anything near these values does as well.
COVERAGE, PASSAGE, EXPECTED = 0.6, 0.6, 0.05
BY_CONTEXT = 0.5  # how much a word counts that stands in the heading or the introducing line only


@dataclass(frozen=True, slots=True)
class Scored:
    """A sentence with what speaks for it. `cosine` to the question, -1 to 1; `coverage` 0 to 1,
    the share of the question's words (by weight) that it holds; `holds` the kind of thing asked."""

    unit: Unit
    hit: Hit
    cosine: float
    coverage: float
    holds: bool

    @property
    def score(self) -> float:
        """All measures in one figure; only the order means something."""
        sure = COVERAGE * self.coverage + PASSAGE * self.hit.score + EXPECTED * self.holds
        return self.cosine + sure


def scored(evidence: Evidence, model: SentenceModel) -> tuple[Scored, ...]:
    """The sentences of the best passages, best first."""
    found = list(_units(evidence.hits[:PASSAGES]))[:UNITS]
    texts = [_embedded(unit) for unit, _ in found]
    vectors = model.embed_remembered([evidence.question, *texts])
    cosines = vectors[1:] @ vectors[0]
    wanted = {stem: evidence.vocabulary.weight(stem) for stem in stems(evidence.question)}
    kind = expected(evidence.question)
    measured = [
        Scored(unit, hit, float(cosine), coverage(wanted, unit), holds(kind, unit.text))
        for (unit, hit), cosine in zip(found, cosines, strict=True)
    ]
    return tuple(sorted(measured, key=lambda each: -each.score))


def coverage(wanted: dict[str, float], unit: Unit) -> float:
    """The share of the question's words, by weight, that a sentence and its context hold."""
    own, above = set(stems(unit.text)), set(stems(unit.in_context))
    held = sum(
        weight * (1.0 if stem in own else BY_CONTEXT)
        for stem, weight in wanted.items()
        if stem in own or stem in above
    )
    return held / (sum(wanted.values()) or 1.0)


def _units(hits: Sequence[Hit]) -> Iterator[tuple[Unit, Hit]]:
    for hit in hits:
        for unit in units(hit.source):
            yield unit, hit


def _embedded(unit: Unit) -> str:
    """A line that introduces a list means little without its heading."""
    return unit.in_context if unit.kind is Kind.LEAD else unit.text
