"""The writer that needs no language model: quotes the sentences, or the list, that answer."""

import re
from collections.abc import Sequence

from knowledge.embedding import SentenceModel
from knowledge.expected import STRICT, Expected, expected
from knowledge.papers import Source
from knowledge.refusal import answers, signs
from knowledge.search import Evidence
from knowledge.words import stems
from knowledge.writers.choosing import Scored, scored
from knowledge.writers.units import Kind, ListParts, Unit, list_parts, units
from knowledge.writers.writer import Statement

MOST = 3  # sentences in an answer
SAME_PASSAGE, OTHER_PASSAGE = 0.9, 0.97  # share of the best score that another sentence needs
STANDS_OUT = 0.8  # a list item stands out when the next best one has less than this of its score

_SINGLE = {*STRICT, Expected.NUMBER, Expected.WHEN, Expected.WHERE}
_ASKS_FOR_LIST = re.compile(r"^\W*(which|what|who)\b.*|\blist\b|\ball\b", re.IGNORECASE)


class ExtractiveWriter:
    """Quotes exactly; says nothing where no sentence answers."""

    def __init__(self, model: SentenceModel) -> None:
        self._model = model

    def write(self, evidence: Evidence) -> Sequence[Statement]:
        """One to three sentences, or one list; empty where the passages do not answer."""
        if not evidence.hits or not stems(evidence.question):
            return ()
        ranked = scored(evidence, self._model)
        if not ranked or not answers(evidence.question, signs(evidence, ranked)):
            return ()
        whole = _whole_list(evidence.question, ranked)
        return (whole,) if whole else tuple(_sentences(ranked))


def _whole_list(question: str, ranked: Sequence[Scored]) -> Statement | None:
    best = ranked[0]
    parts = list_parts(best.unit.source.passage)
    if parts is None or not parts.lead or _says_it_itself(question, best):
        return None
    introduces = best.unit.kind is Kind.LEAD and best.unit.text == parts.lead
    if introduces or (_ASKS_FOR_LIST.search(question) and not _stands_out(ranked)):
        return Statement(_introduction(best.unit.source, parts), (best.unit.source,), parts.items)
    return None


def _introduction(source: Source, parts: ListParts) -> str:
    """The line that introduces a list, with what it points back to."""
    found = (unit for unit in units(source) if unit.text == parts.lead)
    return next((unit.quote for unit in found), parts.lead)


def _says_it_itself(question: str, best: Scored) -> bool:
    """Whether a number, a date or a place is asked for and the introduction holds it: "each of
    them has between 5 and 10 pages:" needs no list."""
    return best.unit.kind is Kind.LEAD and best.holds and expected(question) in _SINGLE


def _stands_out(ranked: Sequence[Scored]) -> bool:
    """Whether the best sentence is clearly the one item of its list that is meant."""
    best, *others = [each for each in ranked if each.unit.source == ranked[0].unit.source]
    return not others or others[0].score < STANDS_OUT * best.score


def _sentences(ranked: Sequence[Scored]) -> list[Statement]:
    best = ranked[0]
    chosen = [best]
    for each in ranked[1:]:
        same = each.unit.source == best.unit.source
        near = each.score >= (SAME_PASSAGE if same else OTHER_PASSAGE) * best.score
        if near and not any(_overlap(each.unit, other.unit) for other in chosen):
            chosen.append(each)
    return [Statement(each.unit.quote, (each.unit.source,)) for each in chosen[:MOST]]


def _overlap(one: Unit, other: Unit) -> bool:
    """Whether one quotes the other as what it points back to: what speaks for both is the same."""
    return one.text in (other.text, other.before) or other.text == one.before
