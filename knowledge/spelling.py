"""Words that are no words, set right by the words of the papers: "lenght" is length."""

import re
from collections.abc import Collection, Set

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from knowledge.windows import is_word
from knowledge.words import STOPWORDS, words

SHORTEST = 4  # characters; of shorter words, every other one is one letter away from a real one
LONG = 8  # characters from which two slips are allowed
_WORD = re.compile(r"[^\W\d_]+")


def corrected(question: str, known: Set[str]) -> str:
    """The question with each unknown word replaced by the known one that is a slip away.

    A slip is a letter left out, added, replaced, or exchanged with its neighbour (two of them in
    long words), not in the first letter. Words that the model's vocabulary has are left alone.
    """
    return _WORD.sub(lambda found: _nearest(found.group(), known), question)


def _nearest(written: str, known: Set[str]) -> str:
    folded = "".join(words(written))
    if len(folded) < SHORTEST or folded in known or folded in STOPWORDS or is_word(folded):
        return written
    return _closest(folded, STOPWORDS) or _closest(folded, known) or written


def _closest(word: str, known: Collection[str]) -> str | None:
    slips = 2 if len(word) >= LONG else 1
    alike = [each for each in known if each[0] == word[0] and abs(len(each) - len(word)) <= slips]
    best = extractOne(word, sorted(alike), scorer=OSA.distance, score_cutoff=slips)
    return best[0] if best else None
