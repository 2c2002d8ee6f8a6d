"""The words in which two texts differ, with a few of those around them; pure."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

Opcode: TypeAlias = tuple[str, int, int, int, int]

AROUND = 2  # words that are shown before and after what differs


def stretches(before: str, after: str, most: int) -> tuple[str, str]:
    """What stands where the texts differ most, in each of them: “four cases” and “five cases”. At
    most so many characters each; "…" where more of the text goes on."""
    old, new = before.split(), after.split()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    places = list(matcher.get_grouped_opcodes(AROUND))
    if not places:
        return _cut(before, most), _cut(after, most)
    place = max(places, key=_words_changed)
    _, old_from, _, new_from, _ = place[0]
    _, _, old_to, _, new_to = place[-1]
    return _joined(old, old_from, old_to, most), _joined(new, new_from, new_to, most)


def around(text: str, part: str, most: int) -> str:
    """The words of a text around `part`, at most so many characters; its beginning where the part
    is not in it."""
    words = text.split()
    wanted = part.split()
    for at in range(len(words) - len(wanted) + 1):
        if wanted and all(
            each in word for each, word in zip(wanted, words[at : at + len(wanted)], strict=True)
        ):
            return _grown(words, at, at + len(wanted), most)
    return _cut(text, most)


def _words_changed(place: Sequence[Opcode]) -> int:
    return sum(
        old_to - old_from + new_to - new_from
        for what, old_from, old_to, new_from, new_to in place
        if what != "equal"
    )


def _grown(words: list[str], start: int, end: int, most: int) -> str:
    """As many words on both sides as there is room for, by turns."""
    while start > 0 or end < len(words):
        wider = max(0, start - 1), min(len(words), end + 1)
        if len(" ".join(words[slice(*wider)])) > most - 4:
            break
        start, end = wider
    return _joined(words, start, end, most)


def _joined(words: list[str], start: int, end: int, most: int) -> str:
    before = "… " if start > 0 else ""
    after = " …" if end < len(words) else ""
    return _cut(f"{before}{' '.join(words[start:end])}{after}", most)


def _cut(text: str, most: int) -> str:
    """On one line, cut between words."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    start = flat[: most - 2]
    return f"{start.rsplit(None, 1)[0] if ' ' in start else start} …"
