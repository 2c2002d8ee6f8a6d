"""The child process: its limits, its end, and what it may know."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.bombs import full_pages
from knowledge.papers import Outcome, Reading
from knowledge.reading import child
from knowledge.reading.child import read_file
from knowledge.reading.limits import Limits
from knowledge.reading.wire import to_json

ROOT = Path(__file__).parents[3]
TEXT = "The ferry leaves the northern quay at eight.\n"
LONG = TEXT * 100_000


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper – été.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_file_is_read_in_a_child(paper: Path) -> None:
    reading = read_file(paper)

    assert reading.outcome is Outcome.OK
    assert [passage.text for passage in reading.passages] == [TEXT.strip()]


def test_command_prints_the_reading_as_json_alone(paper: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "knowledge.reading", str(paper)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )

    assert json.loads(done.stdout)["outcome"] == "ok"
    assert done.stderr == b""


def test_readers_never_import_torch_or_what_searches() -> None:
    heavy = ("torch", "transformers", "chromadb", "telegram", "sqlalchemy")
    script = (
        "import sys, knowledge.reading.files, knowledge.reading.__main__;"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True)

    assert done.stdout.strip() == b"[]"


def test_bigger_file_than_the_limit_is_refused_unread(paper: Path) -> None:
    paper.write_bytes(b"x" * (1024 * 1024 + 1))

    reading = read_file(paper, Limits(file_mib=1))

    assert (reading.outcome, reading.reason) == (
        Outcome.TOO_BIG,
        "The file is bigger than 1 MiB; make it smaller or split it.",
    )


def test_child_that_takes_too_long_is_ended(paper: Path) -> None:
    paper.write_text(LONG, encoding="utf-8")

    reading = read_file(paper, Limits(seconds=0.3))

    assert reading.outcome is Outcome.TOO_BIG
    assert "took longer than 0.3 seconds" in reading.reason


def test_child_that_needs_too_much_memory_is_told_as_too_big(paper: Path) -> None:
    paper.write_text(LONG, encoding="utf-8")

    reading = read_file(paper, Limits(memory_mib=150))

    assert reading.outcome is Outcome.TOO_BIG
    assert "too much memory" in reading.reason


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_path_that_is_no_file_is_told_as_one_that_cannot_be_opened(
    tmp_path: Path, name: str
) -> None:
    assert "cannot be opened" in read_file(tmp_path / name).reason


def test_child_that_crashes_leaves_a_damaged_file(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crash = [sys.executable, "-c", "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"]
    monkeypatch.setattr(child, "_command", lambda _path, _limits: crash)

    assert read_file(paper).outcome is Outcome.DAMAGED


def test_child_knows_none_of_the_parents_secrets(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123:secret")
    told = "import os, knowledge.papers as p, knowledge.reading.wire as w;"
    told += "print(w.to_json(p.Reading(p.Outcome.OK, ' '.join(sorted(os.environ)))))"
    monkeypatch.setattr(child, "_command", lambda _path, _limits: [sys.executable, "-c", told])

    names = set(read_file(paper).reason.split())

    allowed = {"PATH", "LANG", "LC_ALL", "LC_CTYPE", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE"}
    assert "PYTHONPATH" in names
    assert names <= allowed
    assert os.environ["TELEGRAM_BOT_TOKEN"] == "123:secret"


def test_stray_module_in_the_working_directory_is_not_run(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (paper.parent / "argparse.py").write_text("raise SystemExit(3)", encoding="utf-8")
    monkeypatch.chdir(paper.parent)

    assert read_file(paper).outcome is Outcome.OK


def test_pages_are_told_as_they_are_read(paper: Path) -> None:
    report = paper.with_suffix(".pdf")
    report.write_bytes(full_pages(25))
    told: list[tuple[int, int]] = []

    reading = read_file(report, told=lambda done, whole: told.append((done, whole)))

    assert (reading.outcome, reading.pages) == (Outcome.OK, 25)
    assert told == sorted(set(told))
    assert (told[-1], {whole for _, whole in told}) == ((25, 25), {25})


SAYS = "import sys; sys.stdout.write({said!r}); sys.stdout.flush();"
ANSWER = to_json(Reading(Outcome.OK, title="Ferries"))
TALKS = {
    "counts": ("1 3\n2 3\n3 3\n" + ANSWER, [(1, 3), (2, 3), (3, 3)], Outcome.OK),
    "goes back": ("2 3\n1 3\n2 3\n3 3\n" + ANSWER, [(2, 3), (3, 3)], Outcome.OK),
    "more than there are": ("4 3\n9999 9999\n1 3\n" + ANSWER, [(1, 3)], Outcome.OK),
    "too long a number": ("12345678 12345678\n" + ANSWER, [], Outcome.DAMAGED),
    "no answer": ("1 3\n", [(1, 3)], Outcome.DAMAGED),
    "after the answer": (ANSWER + "\n1 3\n", [], Outcome.DAMAGED),
}


@pytest.mark.parametrize(("said", "heard", "outcome"), TALKS.values(), ids=TALKS.keys())
def test_only_pages_that_rise_up_to_the_limit_are_told(
    paper: Path,
    monkeypatch: pytest.MonkeyPatch,
    said: str,
    heard: list[tuple[int, int]],
    outcome: Outcome,
) -> None:
    talk = [sys.executable, "-S", "-c", SAYS.format(said=said)]
    monkeypatch.setattr(child, "_command", lambda _path, _limits: talk)
    told: list[tuple[int, int]] = []

    reading = read_file(paper, Limits(pages=500), lambda *far: told.append(far))

    assert (told, reading.outcome) == (heard, outcome)


@pytest.mark.parametrize("said", ["1 9\n", "spam"])
def test_child_that_floods_the_pipe_is_ended(
    paper: Path, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    flood = f"import os\nwhile True: os.write(1, b{said!r} * 9_999)"
    monkeypatch.setattr(child, "_command", lambda *_: [sys.executable, "-S", "-c", flood])
    told: list[tuple[int, int]] = []

    reading = read_file(paper, Limits(pages=500), lambda *far: told.append(far))

    assert (reading.outcome, len(told) <= 1) == (Outcome.TOO_BIG, True)


def test_child_that_says_how_far_it_is_for_ever_is_ended_in_time(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drip = "import sys, time\nwhile True: print('1 9', flush=True); time.sleep(0.02)"
    monkeypatch.setattr(child, "_command", lambda *_: [sys.executable, "-S", "-c", drip])

    assert "took longer than 0.4 seconds" in read_file(paper, Limits(seconds=0.4)).reason


def test_child_that_falls_silent_but_does_not_end_is_ended_in_time(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deaf = "import os, time\nos.close(1); time.sleep(60)"
    monkeypatch.setattr(child, "_command", lambda *_: [sys.executable, "-S", "-c", deaf])

    assert "took longer than 0.4 seconds" in read_file(paper, Limits(seconds=0.4)).reason
