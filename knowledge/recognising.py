"""Whether a file is a new version of a paper that there is: by its title, its name and its text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice
from zlib import crc32

from knowledge.file_names import bare_name, bare_title, differs_in_numbers
from knowledge.papers import Passage, Reading

# Share of four-word runs in common. Measured: two of the sample papers share at most .01 of the
# shorter one; a sample paper keeps .97 with one word changed, .6 with a third of it rewritten.
_SAME_TEXT = 0.4  # of the longer one: enough to be sure, with title or name
_COMMON_TEXT = 0.2  # of the shorter one: enough to ask
# Nobody can be sure of a text with fewer runs.
_FEWEST_RUNS = 30
_RUN_WORDS = 4
_MOST_CANDIDATES = 5
_WORD = re.compile(r"[^\W_]+")


class Certainty(StrEnum):
    SURE = "sure"
    UNSURE = "unsure"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Known:
    """A paper on the shelf; `runs` are those of its newest version, made by `runs_of`."""

    paper_id: int
    title: str
    file_name: str
    runs: frozenset[int]


@dataclass(frozen=True, slots=True)
class Recognised:
    """`papers` holds one id where it is SURE; the likeliest first where it is UNSURE; none: NEW."""

    certainty: Certainty
    papers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Match:
    paper_id: int
    same_title: bool
    same_name: bool
    sets_apart: bool
    of_longer: float
    of_shorter: float
    runs: int

    @property
    def is_sure(self) -> bool:
        named = (self.same_title or self.same_name) and not self.sets_apart
        return named and self.runs >= _FEWEST_RUNS and self.of_longer >= _SAME_TEXT

    @property
    def is_possible(self) -> bool:
        return self.same_title or self.same_name or self.of_shorter >= _COMMON_TEXT

    @property
    def rank(self) -> tuple[float, int]:
        return -(self.of_longer + self.of_shorter + self.same_title + self.same_name), self.paper_id


def recognise(reading: Reading, file_name: str, shelf: Sequence[Known]) -> Recognised:
    """Which paper of the shelf a file that was read is a version of.

    SURE takes a text that is mostly the same and a title or a file name that says so too; a title
    or a name that differs in a number ("Annex 1", "Annex 2", "2007", "2008") speaks against it.
    Either sign alone makes a candidate to ask about.
    """
    runs = runs_of(reading.passages)
    matches = sorted(
        (_match(reading.title or "", file_name, runs, known) for known in shelf),
        key=lambda match: match.rank,
    )
    sure = [match.paper_id for match in matches if match.is_sure]
    if len(sure) == 1:
        return Recognised(Certainty.SURE, (sure[0],))
    possible = [match.paper_id for match in matches if match.is_possible]
    if possible:
        return Recognised(Certainty.UNSURE, tuple(possible[:_MOST_CANDIDATES]))
    return Recognised(Certainty.NEW)


def runs_of(passages: Iterable[Passage]) -> frozenset[int]:
    """Every run of four words of a text, each as a number of 32 bits; always the same ones."""
    words = [word for each in passages for word in _WORD.findall(each.text.casefold())]
    runs = zip(*(islice(words, start, None) for start in range(_RUN_WORDS)), strict=False)
    return frozenset(crc32(" ".join(run).encode()) for run in runs)


def _match(title: str, file_name: str, runs: frozenset[int], known: Known) -> _Match:
    titles = bare_title(title), bare_title(known.title)
    names = bare_name(file_name), bare_name(known.file_name)
    common = len(runs & known.runs)
    sizes = sorted((max(len(runs), 1), max(len(known.runs), 1)))
    return _Match(
        known.paper_id,
        same_title=titles[0] == titles[1] != "",
        same_name=names[0] == names[1] != "",
        sets_apart=differs_in_numbers(*titles) or differs_in_numbers(*names),
        of_longer=common / sizes[1],
        of_shorter=common / sizes[0],
        runs=min(len(runs), len(known.runs)),
    )
