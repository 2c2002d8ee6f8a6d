"""What is odd in a paper's text, for its organiser to look at before it is published; pure."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from knowledge.instructions import instructions
from knowledge.pairing import plain
from knowledge.papers import Passage, ReadingWarning, WarningKind
from knowledge.reading.odd_characters import shown, strange_text

# A text that stands twice is odd from so many words on: headings of tables and captions recur.
_REPEATED_WORDS = 25
_WORD = re.compile(r"[^\W\d_]{2,}")
_LONG_WORD = 4  # letters; "µm", "βX" and the like are ordinary
# Greek letters that are the picture of a Latin one; others beside Latin are mathematics.
_GREEK_LOOKALIKES = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικρυα")


def oddities(passages: Sequence[Passage]) -> tuple[ReadingWarning, ...]:
    """Odd characters, words to a machine and text that stands twice, each once for a page.

    In reading order. Text that is hidden and pages without text are seen by the readers of files.
    """
    found = [warning for passage in passages for warning in _of_passage(passage)]
    return tuple(dict.fromkeys((*found, *_repeated(passages))))


def odd_text(text: str) -> str | None:
    """The first word or character of a text that is odd; None where all is well.

    Odd are words that mix Latin letters with those that look like them, characters of private use
    or without a meaning, and marks that turn the direction of text.
    """
    if text.isascii():
        return None
    strange = strange_text(text)
    return strange or next((word for word in _WORD.findall(text) if _is_mixed(word)), None)


def _of_passage(passage: Passage) -> Iterator[ReadingWarning]:
    odd = odd_text(passage.text)
    if odd is not None:
        yield ReadingWarning(WarningKind.ODD, passage.page, odd)
    for words in instructions(passage.text):
        yield ReadingWarning(WarningKind.INSTRUCTION, passage.page, words)


def _repeated(passages: Sequence[Passage]) -> Iterator[ReadingWarning]:
    seen: set[str] = set()
    for passage in passages:
        text = plain(passage.text)
        if text in seen and text.count(" ") >= _REPEATED_WORDS - 1:
            yield ReadingWarning(WarningKind.REPEATED, passage.page, shown(text))
        seen.add(text)


def _is_mixed(word: str) -> bool:
    if word.isascii() or len(word) < _LONG_WORD:
        return False
    scripts = {_script(char) for char in word}
    if "LATIN" not in scripts:
        return False
    greek = [char for char in word if _script(char) == "GREEK"]
    lookalikes = bool(greek) and all(char in _GREEK_LOOKALIKES for char in greek)
    return bool(scripts & {"CYRILLIC", "ARMENIAN", "CHEROKEE"}) or lookalikes


@lru_cache(maxsize=4_096)
def _script(char: str) -> str:
    return unicodedata.name(char, "").split(" ")[0]
