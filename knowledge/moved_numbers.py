"""A sentence that went to another passage and changed its number on the way; pure."""

from collections.abc import Iterable, Sequence

from knowledge.number_changes import Difference, NumberChange, told
from knowledge.numbers import outline
from knowledge.sentence_frames import sentence

# A sentence with fewer words may say the same of something else ("See page 4.").
_WORDS = 4
_Places = dict[str, list[tuple[int, str]]]


def moved_numbers(differences: Sequence[Difference]) -> dict[int, tuple[NumberChange, ...]]:
    """By place in `differences`, the numbers that changed in a sentence which moved to or from
    there.

    Only a sentence counts whose words stand once in all that went and once in all that came.
    """
    lost = _outlines(each.before for each in differences)
    gained = _outlines(each.after for each in differences)
    moved: dict[int, tuple[NumberChange, ...]] = {}
    for words in lost.keys() & gained.keys():
        if len(lost[words]) == len(gained[words]) == 1:
            (here, old), (there, new) = lost[words][0], gained[words][0]
            for at in {here, there} if here != there else ():
                moved[at] = (*moved.get(at, ()), *_numbers(old, new))
    return moved


def _outlines(sides: Iterable[Sequence[str]]) -> _Places:
    """Where each sentence stands that has enough words to know it again by."""
    found: _Places = {}
    for at, texts in enumerate(sides):
        for text in texts:
            words = outline(text)
            if words.count(" ") >= _WORDS - 1:
                found.setdefault(words, []).append((at, text))
    return found


def _numbers(before: str, after: str) -> tuple[NumberChange, ...]:
    old, new = sentence(before).numbers, sentence(after).numbers
    return tuple(told(zip(old, new, strict=True))) if len(old) == len(new) else ()
