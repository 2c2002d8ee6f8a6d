"""The organiser's commands for the meeting: agenda, people and practical matters in, agenda out."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from ingest_console import at_a_terminal, content, counted, err, out, report, services, stop
from meeting.agenda import Agenda
from meeting.formats.drafts import AgendaFile
from meeting.formats.frab_out import write_frab
from meeting.formats.ical import write_calendar
from meeting.formats.problems import Severity
from meeting.formats.workbook_out import write_template, write_workbook
from services.intake import PeopleChange

app = typer.Typer()
File = Annotated[Path, typer.Argument(help="The file.", show_default=False)]
NOTHING_APPLIED = "Nothing was applied. Mend the file and try again."


@app.command()
def agenda(
    path: File,
    yes: Annotated[bool, typer.Option("--yes", help="Apply it in spite of warnings.")] = False,
) -> None:
    """Check an agenda (xlsx, csv, ics, schedule JSON), then make it the one that holds."""
    intake = services().intake
    file = intake.read_agenda(content(path), path.name)
    report(file.problems, file.notes)
    if file.has_errors:
        raise stop(NOTHING_APPLIED, 1)
    if file.problems and not yes:
        _ask(file)
    number = intake.apply_agenda(file, path.name)
    held = f"{_sessions(file)} in {counted(len(file.agenda.rooms), 'room', 'rooms')}"
    if number is None:
        out.print(f"Unchanged: {held}.")
    else:
        out.print(f"[green]Applied[/green] as version {number}: {held}.")


@app.command()
def people(path: File) -> None:
    """Make this the list of participants (xlsx, csv): who is new, who changed, who is gone."""
    change = services().intake.people(content(path), path.name)
    report(change.problems, change.notes)
    if any(problem.severity is Severity.ERROR for problem in change.problems):
        raise stop(NOTHING_APPLIED, 1)
    if not change.is_first_list:  # of which all are new
        _names(change)
    counts = (len(change.new), len(change.changed), len(change.gone), change.unchanged)
    out.print("{} new, {} changed, {} gone, {} unchanged.".format(*counts))


@app.command()
def logistics(path: File) -> None:
    """Make these the practical matters (TOML, xlsx, csv), answered word for word."""
    file, changed = services().intake.logistics(content(path), path.name)
    report(file.problems)
    if file.has_errors:
        raise stop(NOTHING_APPLIED, 1)
    count = counted(len(file.entries), "practical matter", "practical matters")
    out.print(f"[green]Applied[/green]: {count}." if changed else f"Unchanged: {count}.")


@app.command()
def export(
    path: File,
    template: Annotated[
        bool, typer.Option("--template", help="An empty .xlsx with headings and an example.")
    ] = False,
) -> None:
    """Write the agenda to FILE: .xlsx, .ics or .json (frab), by its ending."""
    ending = path.suffix.lower()
    if ending not in WRITERS or (template and ending != ".xlsx"):
        wanted = ".xlsx" if template else ", ".join(WRITERS)
        raise stop(f"The name of the file has to end in {wanted}.")
    ours = services()
    held = ours.intake.agenda()
    if not template and not held.sessions:
        raise stop("There is no agenda yet. Bring one in: python ingest.py agenda FILE", 1)
    title = next(iter(ours.config.meeting.name.values()))
    _write(path, write_template(held.zone) if template else WRITERS[ending](held, title))
    out.print(f"Written: {escape(str(path))}")


WRITERS: dict[str, Callable[[Agenda, str], bytes]] = {
    ".xlsx": lambda agenda, _: write_workbook(agenda),
    ".ics": write_calendar,
    ".json": write_frab,
}


def _ask(file: AgendaFile) -> None:
    """Warnings want a yes: from whoever sits at the terminal, or from --yes."""
    warnings = counted(len(file.problems), "warning", "warnings")
    if not at_a_terminal():
        raise stop(f"{warnings}, so nothing was applied; with --yes it is applied all the same.")
    if not typer.confirm(f"{warnings}. Apply it all the same?"):
        err.print("Nothing was applied.")
        raise typer.Exit(2)


def _names(change: PeopleChange) -> None:
    for word, listed in (("new", change.new), ("changed", change.changed), ("gone", change.gone)):
        for person in listed:
            out.print(f"{word}: {escape(person.name)} ({escape(person.key)})")


def _sessions(file: AgendaFile) -> str:
    return counted(len(file.agenda.sessions), "session", "sessions")


def _write(path: Path, data: bytes) -> None:
    try:
        path.write_bytes(data)
    except OSError as error:
        raise stop(f"{path} cannot be written ({error.strerror}).", 1) from None
