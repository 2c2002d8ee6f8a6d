"""Whether the best sentence answers the question at all: a logistic model of a few signs."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from math import exp

from knowledge.expected import STRICT, expected
from knowledge.search import Evidence
from knowledge.windows import heading_line
from knowledge.words import content_words, names, numbers, stem, stems, words
from knowledge.writers.choosing import Scored


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells an answer from a near miss.

    `score`: of the best sentence (choosing.Scored). `lead`: how far it is above the next best.
    `strange_names`: the share, by weight, of the question's words that are names and not in the
    passage or its headings. `strange_numbers`: 1 where the passage lacks a number of the question.
    `wrong_kind`: 1 where the sentence lacks the kind of thing asked for.
    """

    score: float
    lead: float
    strange_names: float
    strange_numbers: float
    wrong_kind: float


# Fitted by benchmarks/fit_refusal.py on squad2-half.json (SQuAD 2.0, CC BY-SA 4.0), each article a
# library of its own; the script prints these figures and those on articles held out.
WEIGHTS = Signs(score=5.67, lead=2.79, strange_names=-3.08, strange_numbers=-1.93, wrong_kind=-0.16)
BIAS = -4.7
THRESHOLD = 0.3


def signs(evidence: Evidence, ranked: Sequence[Scored]) -> Signs:
    """The signs of the best sentence; `ranked` is what choosing.scored gives, not empty."""
    question, best = evidence.question, ranked[0]
    passage = best.unit.source.passage
    held = f"{heading_line(passage)}\n{passage.text}"
    return Signs(
        score=best.score,
        lead=best.score - ranked[1].score if len(ranked) > 1 else 0.0,
        strange_names=_strange_names(evidence, held),
        strange_numbers=float(not set(numbers(question)) <= set(numbers(held))),
        wrong_kind=float(not best.holds),
    )


def _strange_names(evidence: Evidence, held: str) -> float:
    asked = dict.fromkeys(content_words(evidence.question))
    weights = {word: evidence.vocabulary.weight(stem(word)) for word in asked}
    written = {word for name in names(evidence.question) for word in words(name)}
    missing = (written | evidence.vocabulary.names) & asked.keys()
    known = set(stems(held))
    strange = sum(weights[word] for word in missing if stem(word) not in known)
    return strange / (sum(weights.values()) or 1.0)


def probability(found: Signs) -> float:
    """How likely a sentence with these signs answers the question, 0 to 1."""
    pairs = zip(astuple(found), astuple(WEIGHTS), strict=True)
    return 1 / (1 + exp(-BIAS - sum(sign * weight for sign, weight in pairs)))


def answers(question: str, found: Signs) -> bool:
    """Whether to answer with that sentence; else the papers do not say."""
    if found.wrong_kind and expected(question) in STRICT:
        return False
    return probability(found) >= THRESHOLD
