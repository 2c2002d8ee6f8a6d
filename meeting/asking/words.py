"""A question as plain words: folded, without accents and apostrophes, slips set right; pure."""

import re
import threading
import unicodedata
from collections.abc import Callable, Collection
from functools import lru_cache

import Stemmer
from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

SHORT = 5  # characters; what has fewer keeps its ending
SHORTEST = 4  # characters; of shorter words, every other one is one letter away from a real one
LONG = 8  # characters from which two slips are allowed
_PER_THREAD = threading.local()  # a PyStemmer object must not be used by two threads at once

IsWord = Callable[[str], bool]

# What is written together, apart or short, as the one form that the rest of this room knows.
_SPELLED = tuple(
    (re.compile(pattern), plain)
    for pattern, plain in (
        (r"\b(what|where|when|who|how|that|it|there|here|which)'?s\b", r"\1 is"),
        (r"\b(what|where|when|who|how) ?'?re\b", r"\1 are"),
        (r"\b(i|we|you|they)'(m|re|ve|ll|d)\b", r"\1"),
        (r"\b(\w+)n't\b", r"\1 not"),
        (r"'s\b", ""),
        (r"['`]", " "),
        (r"(?<=[a-z])-(?=[a-z])", " "),
        (r"\bwi fi\b|\bwi-fi\b|\bwiffi\b|\bwfi\b", "wifi"),
        (r"\b(?:tomm?orr?ow?|tomm?orr?ows|2moro|2morrow|tmrw?)\b", "tomorrow"),
        (r"\bwere (?=(?:is|am|do|should|must|can|will)\b)", "where "),
        (r"\bwe?re? i s\b|\bwher\b|\bwehre\b", "where"),
        (r"\bwen\b|\bwhn\b", "when"),
        (r"\bw[hi]+ch\b|\bwitch\b", "which"),
        (r"\bwat\b|\bwht\b", "what"),
        (r"\brm\b", "room"),
        (r"\b(?:sesh|sess)\b", "session"),
        (r"\b(?:aprem|aprm|apres midi)\b", "apresmidi"),
        (r"\b(?:auj|ajd|aujourd hui)\b", "aujourdhui"),
        (r"\brendez vous\b", "rendezvous"),
        (r"\bcheck ins?\b", "registration"),
        (r"\bqu est ce qu(?:e|i|)\b", "que"),
        (r"\best ce qu(?:e|)\b", ""),
        (r"\b(?:can|may|could) (i|we) (?:go home|leave)$", "do we finish"),
        (r"\b(?:puis je|peut on|je peux|on peut) (?:rentrer|partir)$", "on finit"),
        (r"\b(group|groupe|session|workshop|atelier|day|jour) (\d{1,2}|[b-z])\b", r"\1 \1\2"),
    )
)


def folded(text: str) -> str:
    """Lower case, no accents; what stands for an apostrophe is one."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def plain(text: str) -> str:
    """A text as words between single spaces; times such as 15:30 and dates keep their signs."""
    known = folded(text).replace("œ", "oe")
    for pattern, form in _SPELLED[:6]:
        known = pattern.sub(form, known)
    known = re.sub(r"(?<=\d)[.,](?=\s|$)|(?<!\d)[:.,/-]|[:.,/-](?!\d)|[^\w\s:.,/'-]|_", " ", known)
    for pattern, form in _SPELLED[6:]:
        known = pattern.sub(form, " ".join(known.split()))
    return known


@lru_cache(maxsize=50_000)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text that need not be plain yet, in order."""
    parts = [part for word in plain(text).split() for part in re.split(r"[.,/-]", word)]
    return tuple(part for part in parts if part)


def mended(text: str, known: Callable[[], Collection[str]], is_word: IsWord) -> str:
    """A plain text with each unknown word replaced by the known one that is a slip away.

    A slip is a letter left out, added, replaced, or exchanged with its neighbour (two of them in
    long words), not in the first letter. What `is_word` knows is left alone; `known` is called only
    where there is another word.
    """
    return " ".join(_nearest(word, known, is_word) for word in text.split())


def _nearest(word: str, known_words: Callable[[], Collection[str]], is_word: IsWord) -> str:
    if len(word) < SHORTEST or not word.isalpha() or is_word(word):
        return word
    known = known_words()
    if word in known:
        return word
    if word.endswith("s") and word[:-1] in known:
        return word
    slips = 2 if len(word) >= LONG else 1
    alike = [each for each in known if each[0] == word[0] and abs(len(each) - len(word)) <= slips]
    best = extractOne(word, sorted(alike), scorer=OSA.distance, score_cutoff=slips)
    return best[0] if best else word


@lru_cache(maxsize=50_000)
def stems(word: str) -> frozenset[str]:
    """The English and the French stem (Snowball) of one folded word; of a short one only a plural
    is undone, for the French stem of "wife" is that of "wifi"."""
    if len(word) < SHORT:
        return frozenset({word, word.removesuffix("s") if len(word) == SHORT - 1 else word})
    if not hasattr(_PER_THREAD, "stemmers"):
        _PER_THREAD.stemmers = [Stemmer.Stemmer(name) for name in ("english", "french")]
    return frozenset(stemmer.stemWord(word) for stemmer in _PER_THREAD.stemmers)
