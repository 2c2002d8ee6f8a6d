"""Whether the best sentence answers the question at all: a logistic model of a few measures."""

from dataclasses import astuple, dataclass
from math import exp


@dataclass(frozen=True, slots=True)
class Signs:
    """What tells an answer from a near miss; each 0 to 1 but for the cosines (-1 to 1)."""

    sentence_cosine: float
    passage_cosine: float
    coverage: float
    holds: float


# Fitted by benchmarks/fit_refusal.py on squad2-half.json (SQuAD 2.0, CC BY-SA 4.0).
WEIGHTS = Signs(sentence_cosine=5.0, passage_cosine=1.4, coverage=2.4, holds=0.7)
BIAS = -5.2
THRESHOLD = 0.3


def probability(signs: Signs) -> float:
    """How likely the sentence answers the question, 0 to 1."""
    pairs = zip(astuple(signs), astuple(WEIGHTS), strict=True)
    return 1 / (1 + exp(-BIAS - sum(sign * weight for sign, weight in pairs)))


def answers(signs: Signs) -> bool:
    """Whether to answer; else the papers do not say."""
    return probability(signs) >= THRESHOLD
