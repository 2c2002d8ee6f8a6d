"""The organiser's commands for papers that are here: draft, diff, publish, back, readers, erase."""

from pathlib import Path

from tests.test_ingest import NOTE, run, state, written

__all__ = ["state"]  # a fixture

FIRST = "Published: Note on the hall, v1.\n"
SECOND = "Published: Note on the hall, v2.\n"
NOBODY = "Published: Note on the hall, v2. 0 people are told.\n"
UNKNOWN = "No paper is called nonsense; python ingest.py list shows the names.\n"
DIFF = """Note on the hall: v1 → v2. 0 passages added, 1 changed, 0 removed, 2 unchanged.
~ ¶ 1: 80 → 90
    - The hall is in the old harbour and holds 80 people.
    + The hall is in the old harbour and holds 90 people.
"""


def test_new_version_is_looked_at_published_taken_back_and_erased(state: Path) -> None:
    path = written(state, "note.md", NOTE)
    run("add", path)
    newer = written(state, "note.md", NOTE.replace("80 people", "90 people"))
    assert run("add", "--draft", newer).stdout == (
        "note.md: read as Note on the hall, v2, 3 passages, kept as a draft\n"
    )
    listed = run("list").stdout.split("\n")
    assert [" ".join(line.split()) for line in listed[:1]] == [
        "Name Version Published Pages For Title"
    ]
    assert "note-on-the-hall" in listed[1]
    assert "v1, 1 draft" in listed[1]
    name = "note-on-the-hall"
    assert run("diff", name).stdout == DIFF
    assert run("publish", name, "--tell").stdout.endswith(NOBODY)
    assert run("diff", name).stdout == DIFF
    again = run("publish", name)
    assert (again.exit_code, again.stderr) == (
        2, f"{name} has no such draft; list and diff show what is there.\n",
    )  # fmt: skip
    old = run("add", written(state, "note.md", NOTE))
    assert (old.exit_code, old.stdout) == (
        1,
        "note.md: refused. It is version 1 of “Note on the hall”, which version 2 has replaced; "
        f"nothing was changed. To have it back: python ingest.py rollback {name} 1\n",
    )
    assert run("rollback", name, 1).stdout == FIRST
    assert run("rollback", name).stdout == SECOND
    assert run("rollback", name, 2).exit_code == 2
    assert run("erase", name).stderr == (
        "This would erase Note on the hall, 2 versions for good; with --yes it does.\n"
    )
    assert run("erase", name, "--yes").stdout == "Erased: Note on the hall, 2 versions\n"
    assert "No papers yet" in run("list").stdout
    files = [each for each in (state / "state").rglob("*") if each.is_file()]
    assert [each.name for each in files if b"old harbour" in each.read_bytes()] == []


def test_readers_of_a_paper_are_shown_and_changed(state: Path) -> None:
    run("add", written(state, "note.md", NOTE))
    name = "note-on-the-hall"
    said = [
        run("audience", name).stdout,
        run("audience", name, "organisers").stdout,
        run("audience", name, "community", "diplomacy", "--no-forwarding").stdout,
        run("audience", name, "all", "--forwarding").stdout,
    ]
    assert said == [
        "Note on the hall: for all\n",
        "Note on the hall: for organisers\n",
        "Note on the hall: for the community diplomacy, no forwarding\n",
        "Note on the hall: for all\n",
    ]
    wrong = run("audience", name, "community", "nobody")
    assert (wrong.exit_code, wrong.stderr) == (
        2,
        "Choose one of these: defence and security, development, diplomacy, other.\n",
    )
    assert run("audience", name, "session", "x").stderr == "There is no such session.\n"


def test_unknown_names_are_one_line(state: Path) -> None:
    for verb in ("publish", "rollback", "diff", "audience", "erase"):
        result = run(verb, "nonsense")
        assert (result.exit_code, result.stderr) == (2, UNKNOWN)
