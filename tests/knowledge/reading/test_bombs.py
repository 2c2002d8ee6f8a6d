"""Files made to hurt end in one outcome, in time and in little memory, whatever they do."""

import time
from pathlib import Path

import pytest

from benchmarks.bombs import BOMBS
from knowledge.papers import Outcome
from knowledge.reading.child import read_file
from knowledge.reading.limits import Limits

# The benchmark gives each the full time; here an endless one is ended sooner.
LIMITS = Limits(seconds=8)
MOST_SECONDS = 12.0
ENDS = {
    "nested-spaces.pdf": {Outcome.TOO_BIG, Outcome.DAMAGED, Outcome.NEEDS_OCR},
    "pages-5001.pdf": {Outcome.TOO_BIG},
    "laughing-forms.pdf": {Outcome.TOO_BIG, Outcome.NEEDS_OCR},
    "looping-page-tree.pdf": {Outcome.DAMAGED, Outcome.NEEDS_OCR},
    "huge-page.pdf": {Outcome.OK, Outcome.NEEDS_OCR},
    "deep-arrays.pdf": {Outcome.DAMAGED},
    "locked.pdf": {Outcome.ENCRYPTED},
    "declares-2-gib.docx": {Outcome.TOO_BIG},
    "deep.docx": {Outcome.DAMAGED},
    "laughing.docx": {Outcome.DAMAGED, Outcome.NEEDS_OCR},
    "climbs-out.docx": {Outcome.DAMAGED},
    "locked.docx": {Outcome.ENCRYPTED},
    "declares-2-gib.pptx": {Outcome.TOO_BIG},
    "deep.pptx": {Outcome.DAMAGED},
    "laughing.pptx": {Outcome.DAMAGED, Outcome.NEEDS_OCR},
    "climbs-out.pptx": {Outcome.DAMAGED},
    "pictures.pptx": {Outcome.NEEDS_OCR},
    "locked.pptx": {Outcome.ENCRYPTED},
    "deep.html": {Outcome.OK, Outcome.DAMAGED, Outcome.NEEDS_OCR},
    "laughing.html": {Outcome.OK, Outcome.NEEDS_OCR, Outcome.DAMAGED},
    "pictures.html": {Outcome.NEEDS_OCR},
}


@pytest.mark.parametrize("name", ENDS)
def test_bomb_ends_in_time_and_in_an_outcome(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(BOMBS[name]())
    begin = time.perf_counter()

    reading = read_file(path, LIMITS)

    assert reading.outcome in ENDS[name]
    assert time.perf_counter() - begin < MOST_SECONDS
