"""Versions of a paper for tests: passages from texts, and the sample papers with single edits."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from knowledge.papers import Passage, Reading
from knowledge.reading.files import read

PAPERS = Path(__file__).parents[2] / "sample" / "papers"
FILES = Path(__file__).parents[3] / "shared" / "files"
# Those of the hard PDFs with text that could be taken for another's: excerpts, the same title,
# the same words. All 97 were measured; see the figures in recognising.py and oddities.py.
_ALIKE = (
    "annotation-highlight-without-appearance bug1885505 bug1978317 franz google-doc-document "
    "issue2391-1 issue2391-2 issue840 minimal-document multicolumn pdflatex-4-pages "
    "pdflatex-outline tracemonkey with-attachment"
)


def version(*texts: str, headings: Sequence[str] = ()) -> tuple[Passage, ...]:
    """One passage for each text, as paragraphs 1, 2, 3 … of one page."""
    return tuple(Passage(at, text, at + 1, 1, tuple(headings)) for at, text in enumerate(texts))


# In this process, which is quicker than one for each; what a child brings is tested beside it.
_read = partial(read, most_pages=500)
SAMPLE_NAMES = tuple(sorted(path.name for path in PAPERS.iterdir()))


@cache
def sample_papers() -> dict[str, Reading]:
    """The papers of the sample meeting as they are read, by file name."""
    return {name: _read(PAPERS / name) for name in SAMPLE_NAMES}


@cache
def hard_files() -> dict[str, Reading]:
    """The hard PDFs whose texts are alike, by file name; there where FILES is."""
    return {f"{name}.pdf": _read(FILES / f"{name}.pdf") for name in _ALIKE.split()}


def edited(passages: Sequence[Passage], at: int, text: str) -> tuple[Passage, ...]:
    """The same passages with another text in one place."""
    return tuple(
        replace(each, text=text) if place == at else each for place, each in enumerate(passages)
    )


def numbers_raised(passages: Sequence[Passage]) -> Iterator[tuple[int, str, str, str]]:
    """Every digit number of a paper, one more: place of the passage, its new text, old, new."""
    for at, passage in enumerate(passages):
        for found in re.finditer(r"\d+", passage.text):
            raised = str(int(found.group()) + 1)
            text = passage.text[: found.start()] + raised + passage.text[found.end() :]
            yield at, text, found.group(), raised
