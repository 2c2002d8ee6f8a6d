"""Files made to hurt end in one outcome, in time and in little memory, whatever they do."""

import socket
import time
from pathlib import Path

import pytest

from benchmarks.bombs import BOMBS, one_page, swollen
from benchmarks.odd_files import ODD_FILES, SENTENCE, linked_word, reading_the_disk
from knowledge.papers import Outcome
from knowledge.reading.child import read_file
from knowledge.reading.files import read
from knowledge.reading.limits import Limits

# The benchmark gives each the full time; here an endless one is ended sooner.
LIMITS = Limits(seconds=8, memory_mib=320)
MOST_SECONDS = 12.0
FILES = BOMBS | ODD_FILES | {"nested-spaces.pdf": lambda: one_page(swollen(b" ", 40, 2), 2)}
NEEDS_LIMITS = {
    "nested-spaces.pdf": {Outcome.TOO_BIG, Outcome.DAMAGED, Outcome.NEEDS_OCR},
    "laughing-forms.pdf": {Outcome.TOO_BIG, Outcome.NEEDS_OCR},
    "looping-page-tree.pdf": {Outcome.DAMAGED, Outcome.NEEDS_OCR},
    "names-loop.pdf": {Outcome.OK, Outcome.DAMAGED},
    "deep-arrays.pdf": {Outcome.DAMAGED},
    "deep.docx": {Outcome.DAMAGED},
    "deep.html": {Outcome.DAMAGED},
}
ENDS = {
    "pages-5001.pdf": {Outcome.TOO_BIG},
    "pages-shared.pdf": {Outcome.TOO_BIG},
    "looping-xref.pdf": {Outcome.OK},
    "huge-page.pdf": {Outcome.OK, Outcome.NEEDS_OCR},
    "locked.pdf": {Outcome.ENCRYPTED},
    "pdf-and-zip.pdf": {Outcome.OK},
    "declares-2-gib.docx": {Outcome.TOO_BIG},
    "overlapping.docx": {Outcome.TOO_BIG},
    "laughing.docx": {Outcome.DAMAGED, Outcome.NEEDS_OCR},
    "climbs-out.docx": {Outcome.DAMAGED},
    "locked.docx": {Outcome.ENCRYPTED},
    "numbers.docx": {Outcome.OK},
    "pdf-and-zip.docx": {Outcome.UNSUPPORTED},
    "declares-2-gib.pptx": {Outcome.TOO_BIG},
    "laughing.pptx": {Outcome.DAMAGED, Outcome.NEEDS_OCR},
    "climbs-out.pptx": {Outcome.DAMAGED},
    "pictures.pptx": {Outcome.NEEDS_OCR},
    "locked.pptx": {Outcome.ENCRYPTED},
    "old.pptx": {Outcome.UNSUPPORTED},
    "laughing.html": {Outcome.OK, Outcome.NEEDS_OCR, Outcome.DAMAGED},
    "pictures.html": {Outcome.NEEDS_OCR},
    "long.html": {Outcome.TOO_BIG},
    "styles.html": {Outcome.OK},
    "lines.txt": {Outcome.TOO_BIG},
    "utf-16.txt": {Outcome.OK},
    "nul.txt": {Outcome.UNSUPPORTED},
    "old.doc": {Outcome.UNSUPPORTED},
    "nothing.pdf": {Outcome.DAMAGED},
}


@pytest.mark.parametrize("name", NEEDS_LIMITS)
def test_bomb_ends_in_time_and_in_an_outcome(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name]())
    begin = time.perf_counter()

    reading = read_file(path, LIMITS)

    assert reading.outcome in NEEDS_LIMITS[name]
    assert time.perf_counter() - begin < MOST_SECONDS


@pytest.mark.parametrize("name", ENDS)
def test_file_that_would_hurt_without_a_look_at_it_ends_in_an_outcome(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name]())

    assert read(path, 5_000).outcome in ENDS[name]


def test_nothing_is_fetched_for_a_document(tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        path.write_bytes(linked_word(f"http://127.0.0.1:{listening.getsockname()[1]}/a"))

        reading = read(path, 50)

        with pytest.raises(BlockingIOError):
            listening.accept()
    assert [passage.text for passage in reading.passages] == [SENTENCE]


def test_no_other_file_of_the_disk_gets_into_a_paper(tmp_path: Path) -> None:
    secret, path = tmp_path / "secret.txt", tmp_path / "paper.docx"
    secret.write_text("Nobody reads this.")
    path.write_bytes(reading_the_disk(str(secret)))

    assert [passage.text for passage in read(path, 50).passages] == ["Here:"]
