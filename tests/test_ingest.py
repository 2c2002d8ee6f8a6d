"""The organiser's command line: one line a file, exit codes, no questions, no tracebacks."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import ingest

NOTE = """# Note on the hall

1. The hall is in the old harbour and holds 80 people.

2. The lift is on the left.

3. Lunch is served at noon in the hall.
"""


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ATTACHE_DATA", str(tmp_path / "state"))
    return tmp_path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(ingest.app, [str(argument) for argument in arguments])


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text)
    return path


def test_add_list_and_ask_from_nothing_to_an_answer(state: Path) -> None:
    assert run("list").output == "No papers yet. Add some: python ingest.py add FILE\n"
    asked = run("ask", "How many people does the hall hold?")
    assert (asked.exit_code, asked.stderr) == (
        2, "No papers are published yet. Add some: python ingest.py add FILE\n",
    )  # fmt: skip
    path = written(state, "note.md", NOTE)
    added = run("add", path)
    assert (added.exit_code, added.stdout) == (
        0, "note.md: read as Note on the hall, v1, 3 passages\n",
    )  # fmt: skip
    assert run("add", path).stdout == "note.md: unchanged (Note on the hall, v1)\n"
    answer = run("ask", "How many people does the hall hold?").stdout
    assert answer == (
        "“The hall is in the old harbour and holds 80 people.” [1]\n\n"
        "[1] Note on the hall, v1, ¶ 1\n"
    )
    assert run("ask", "Who won the football cup in Brazil?").stdout == "The papers don’t say.\n"


def test_one_refused_file_does_not_stop_the_others(state: Path) -> None:
    folder = state / "in"
    folder.mkdir()
    written(folder, "a-empty.txt", "")
    written(folder, "b-wrong.pdf", "not a pdf")
    written(folder, ".hidden", "x")
    written(folder, "c-note.md", NOTE)
    result = run("add", folder)
    lines = result.stdout.splitlines()
    assert [line.split(":")[0] for line in lines] == ["a-empty.txt", "b-wrong.pdf", "c-note.md"]
    assert [": refused. " in line for line in lines] == [True, True, False]
    assert result.exit_code == 1


def test_draft_is_listed_but_not_answered_from(state: Path) -> None:
    run("add", written(state, "note.md", NOTE), "--draft")
    assert "draft" in run("list").stdout
    assert run("ask", "How many people does the hall hold?").exit_code == 2


def test_title_is_for_one_file(state: Path) -> None:
    one, two = written(state, "1.md", NOTE), written(state, "2.md", NOTE)
    assert run("add", one, two, "--title", "T").exit_code == 2
    assert run("add", one, "--title", "Harbour").stdout.startswith("1.md: read as Harbour, v1")


def test_missing_file_is_one_line(state: Path) -> None:
    result = run("add", state / "none.pdf")
    assert (result.exit_code, result.stdout) == (
        1, "none.pdf: refused. The file cannot be opened (No such file or directory).\n",
    )  # fmt: skip


def test_wrong_setting_is_one_line_on_standard_error(
    state: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ATTACHE_CONFIG", str(state / "none.toml"))
    result = run("list")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("There is no ")
