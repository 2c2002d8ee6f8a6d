"""Words as search sees them: lower case, without accents, stemmed; which ones carry a meaning."""

import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import Stemmer
from bm25s.stopwords import STOPWORDS_EN_PLUS

_WORD = re.compile(r"[^\W_]+(?:['’](?=[^\W\d])[^\W\d_]+)?")
_POSSESSIVE = re.compile(r"['’]s?$|['’](?:ll|re|ve|d|m|t)$")
_PER_THREAD = threading.local()  # a PyStemmer object must not be used by two threads at once

# Words that ask and say nothing of what is asked about; stemming and BM25 ignore them.
_ASKING = frozenset(
    "also anybody anyone anything could describe does everybody everyone everything explain get "
    "give hello hey hi kindly know let list many may mean mention mentioned might much must "
    "name need ok one please pls say says see shall show something take tell thank thanks thx u "
    "ur us want whats whos wheres whens within without would yes".split()
)
STOPWORDS = frozenset(word.replace("'", "") for word in STOPWORDS_EN_PLUS) | _ASKING


def words(text: str) -> list[str]:
    """All words and numbers of a text, folded to lower case without accents, in order."""
    return [_POSSESSIVE.sub("", word) for word in _WORD.findall(_folded(text))]


def content_words(text: str) -> list[str]:
    """The words that carry a meaning, unstemmed, in order; numbers are among them."""
    return [word for word in words(text) if word and word not in STOPWORDS]


def stems(text: str) -> list[str]:
    """The stems of the words that carry a meaning, in order."""
    return [stem(word) for word in content_words(text)]


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of one folded English word (Snowball)."""
    if not hasattr(_PER_THREAD, "stemmer"):
        _PER_THREAD.stemmer = Stemmer.Stemmer("english")
    found: str = _PER_THREAD.stemmer.stemWord(word)
    return found


def names(text: str) -> Iterator[str]:
    """Words written with a capital inside a sentence, and abbreviations, as they stand.

    A line that is all capitals, as titles are, tells nothing of its words.
    """
    for line in text.split("\n"):
        if " " in line and line.isupper():
            continue
        for match in re.finditer(r"\b[A-Z][\w]*", line):
            before = line[: match.start()].rstrip()
            inside = bool(before) and before[-1] not in '.!?:-•“"('
            if inside or match.group().isupper():
                yield match.group()


def numbers(text: str) -> list[str]:
    """The numbers of a text, digits only: "5–10" gives 5 and 10."""
    return re.findall(r"\d+", text)


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
