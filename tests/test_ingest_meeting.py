"""The organiser's commands for agenda, people and practical matters: lines, exit codes, files."""

import json
import os
import pty
import subprocess
import sys
from datetime import date, time
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from typer.testing import CliRunner, Result

import ingest

ROOT = Path(__file__).parents[1]
GOOD = "id,title,date,start,end,room\ns1,Opening,2008-02-11,9:00,10:00,Fram\n"
CLASH = GOOD + "s2,Costs,2008-02-11,9:30,10:30,Fram\n"
BROKEN = GOOD + "s2,Costs,2008-02-11,9:30,8:30,Fram\n"
NOTHING_APPLIED = "Nothing was applied. Mend the file and try again.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ATTACHE_DATA", str(tmp_path / "state"))
    return tmp_path


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(ingest.app, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def seen(result: Result) -> tuple[int, str, str]:
    return result.exit_code, result.stdout, result.stderr


def test_agenda_is_applied_and_then_unchanged(folder: Path) -> None:
    path = written(folder, "agenda.csv", GOOD)
    applied = (0, "Applied as version 1: 1 session in 1 room.\n", "")
    assert seen(run("agenda", path)) == applied
    assert seen(run("agenda", path)) == (0, "Unchanged: 1 session in 1 room.\n", "")


def test_agenda_with_an_error_applies_nothing(folder: Path) -> None:
    path = written(folder, "agenda.csv", BROKEN)
    message = (
        "error row 3: “Costs” ends at 08:30, before its start at 09:30; if it ends on the next "
        "day, write the end with its date.\n"
    )
    for options in ([], ["--yes"]):
        assert seen(run("agenda", path, *options)) == (1, message, NOTHING_APPLIED)
    assert run("export", folder / "out.json").exit_code == 1


def test_agenda_with_a_warning_wants_a_yes(folder: Path) -> None:
    path = written(folder, "agenda.csv", CLASH)
    warning = "warning row 3: “Costs” is in Fram at the same time as “Opening” (row 2).\n"
    asked = "1 warning, so nothing was applied; with --yes it is applied all the same.\n"
    assert seen(run("agenda", path)) == (2, warning, asked)
    applied = "Applied as version 1: 2 sessions in 1 room.\n"
    assert seen(run("agenda", path, "--yes")) == (0, warning + applied, "")


@pytest.mark.parametrize(("answer", "code"), [("y", 0), ("n", 2)])
def test_warning_asks_whoever_sits_at_the_terminal(folder: Path, answer: str, code: int) -> None:
    path = written(folder, "agenda.csv", CLASH)
    ours, theirs = pty.openpty()
    with open(ours, "r+b", buffering=0), open(theirs, "r+b", buffering=0) as terminal:  # noqa: PTH123
        command = [sys.executable, "ingest.py", "agenda", str(path)]
        os.write(ours, f"{answer}\n".encode())
        finished = subprocess.run(
            command, cwd=ROOT, stdin=terminal, stdout=terminal, stderr=terminal, check=False
        )
    assert finished.returncode == code
    assert run("export", folder / "out.json").exit_code == (1 if code else 0)


def test_session_outside_of_the_meetings_days_is_a_warning(folder: Path) -> None:
    path = written(folder, "agenda.csv", GOOD.replace("2008", "2009"))
    message = "warning row 2: “Opening” is on 2009-02-11; the meeting is 2008-02-11 to 2008-02-12."
    assert run("agenda", path).stdout == f"{message}\n"


@pytest.mark.parametrize("verb", ["agenda", "people", "logistics"])
def test_missing_file_and_file_of_nonsense_are_one_line(folder: Path, verb: str) -> None:
    missing = (1, "", "none.csv cannot be opened (No such file or directory).\n")
    assert seen(run(verb, folder / "none.csv")) == missing
    result = run(verb, written(folder, "x.csv", bytes(range(256)) * 9))
    message = "error This file holds no text that can be read; save it as .xlsx or as UTF-8.\n"
    assert seen(result) == (1, message, NOTHING_APPLIED)


def test_hostile_workbook_is_a_report_not_a_traceback(folder: Path) -> None:
    book = Workbook()
    book.active.append(["Titre", "Jour", "Début", "Fin", "Salle", "Couleur"])
    book.active.append(["[bold]Ouverture[/bold]", date(2008, 2, 11), 0.375, "10h", "Fram", "bleu"])
    book.active.append(["Suite", None, "=C2", time(11), "Fram", "rouge"])
    book.active.merge_cells("B2:B3")
    data = BytesIO()
    book.save(data)
    result = run("agenda", written(folder, "agenda.xlsx", data.getvalue()))
    assert seen(result) == (
        1,
        "Columns that were passed over: Couleur.\n"
        "error row 3: This cell holds a formula that was never computed; open the file and save "
        "it.\n",
        NOTHING_APPLIED,
    )


def test_people_are_listed_as_new_changed_and_gone(folder: Path) -> None:
    first = written(folder, "people.csv", "key,name\nanna,Anna\nomar,Omar\n")
    assert seen(run("people", first)) == (
        0,
        "2 new, 0 changed, 0 gone, 0 unchanged.\n",
        "",
    )
    second = written(folder, "people.csv", "key,name\nanna,Anna Berg\nli,Li\n")
    assert run("people", second).stdout == (
        "new: Li (li)\nchanged: Anna Berg (anna)\ngone: Omar (omar)\n"
        "1 new, 1 changed, 1 gone, 0 unchanged.\n"
    )
    third = written(folder, "people.csv", "key,name\nanna,Anna\nAnna,Anna\n")
    message = "error row 3: The key Anna is already that of row 2.\n"
    assert seen(run("people", third)) == (1, message, NOTHING_APPLIED)


def test_logistics_are_applied_and_then_unchanged(folder: Path) -> None:
    path = written(folder, "l.toml", '[[entry]]\ntopic = "wifi"\ntext = "Fjord"\n')
    assert run("logistics", path).stdout == "Applied: 1 practical matter.\n"
    assert run("logistics", path).stdout == "Unchanged: 1 practical matter.\n"


@pytest.mark.parametrize("name", ["out.xlsx", "out.ics", "out.json"])
def test_exported_agenda_comes_in_again_unchanged(folder: Path, name: str) -> None:
    run("agenda", written(folder, "agenda.csv", CLASH), "--yes")
    path = folder / name
    assert seen(run("export", path)) == (0, f"Written: {path}\n", "")
    again = run("agenda", path, "--yes")
    assert again.stdout.splitlines()[-1] == "Unchanged: 2 sessions in 1 room."


def test_exported_json_is_a_schedule_of_the_meeting(folder: Path) -> None:
    run("agenda", written(folder, "agenda.csv", GOOD))
    run("export", folder / "out.json")
    conference = json.loads((folder / "out.json").read_bytes())["schedule"]["conference"]
    assert (conference["title"], conference["start"], conference["time_zone_name"]) == (
        "the Oslo meeting of 11 and 12 February", "2008-02-11", "Europe/Oslo",
    )  # fmt: skip


def test_template_holds_the_headings_and_one_row_that_comes_in(folder: Path) -> None:
    path = folder / "template.xlsx"
    assert run("export", "--template", path).exit_code == 0
    sheet = load_workbook(path)["Agenda"]
    assert (sheet.max_row, sheet["A1"].value, sheet["B1"].value) == (2, "ID", "Title")
    assert run("agenda", path, "--yes").stdout.endswith(": 1 session in 1 room.\n")


def test_export_says_what_it_wants(folder: Path) -> None:
    message = "The name of the file has to end in .xlsx, .ics, .json.\n"
    assert seen(run("export", folder / "out.pdf")) == (2, "", message)
    nothing = "There is no agenda yet. Bring one in: python ingest.py agenda FILE\n"
    assert seen(run("export", folder / "out.ics")) == (1, "", nothing)
    run("agenda", written(folder, "agenda.csv", GOOD))
    path = folder / "none" / "out.ics"
    refused = f"{path} cannot be written (No such file or directory).\n"
    assert seen(run("export", path)) == (1, "", refused)
