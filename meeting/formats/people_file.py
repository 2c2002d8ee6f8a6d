"""The list of participants out of a spreadsheet or csv."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from meeting.agenda import Agenda
from meeting.formats.agenda_file import check_kind
from meeting.formats.agenda_table import passed_over
from meeting.formats.delimited import decode, read_delimited
from meeting.formats.grid import Line, Misread, Report, Sheet, is_blank, quoted, text
from meeting.formats.headings import PEOPLE, Headings, find_headings
from meeting.formats.people_words import community_of, language_of, role_of
from meeting.formats.problems import Problem, Severity
from meeting.formats.session_names import SessionNames
from meeting.formats.spreadsheet import read_workbook
from meeting.people import Community, Person, Role

LONGEST_KEY = 200  # characters
KINDS = "an Excel workbook (.xlsx) or a csv file"


@dataclass(frozen=True, slots=True)
class PeopleFile:
    """The people a file lists, and its problems; with an error among them it is not applied.
    Without a column of sessions (`names_sessions`) it says nothing of who is assigned to which."""

    people: tuple[Person, ...]
    rows: Mapping[str, str]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()
    names_sessions: bool = True


def read_people(data: bytes, name: str, agenda: Agenda) -> PeopleFile:
    """Never raises for what is in the file. `agenda` is the one that holds, to find sessions by
    their titles; an empty one where there is none yet."""
    try:
        return _read(data, agenda)
    except Misread as problem:
        return _refused(str(problem))
    except Exception:  # whatever a library meets in a file that is broken
        return _refused(f"{PurePath(name).name} cannot be read as {KINDS}; save it again.")


def _read(data: bytes, agenda: Agenda) -> PeopleFile:
    check_kind(data, KINDS)
    tables = _tables(data)
    report, names = Report(), SessionNames(agenda)
    people: dict[str, Person] = {}
    rows: dict[str, str] = {}
    for row, said in _rows(tables):
        person = _person(said, row, names, report)
        if person is None:
            continue
        key = person.key.casefold()
        if key in people:
            report.error(row, f"The key {person.key} is already that of {rows[key]}.")
        people.setdefault(key, person)
        rows.setdefault(key, row)
    if not people and not report.problems:
        raise Misread("There are headings, but nobody below them.")
    notes = passed_over([word for _, heads in tables for word in heads.unknown])
    names_sessions = any("sessions" in heads.columns for _, heads in tables)
    return PeopleFile(tuple(people.values()), rows, tuple(report.problems), notes, names_sessions)


def _rows(tables: Sequence[tuple[Sheet, Headings]]) -> Iterator[tuple[str, "_Said"]]:
    for sheet, heads in tables:
        label = f"sheet {sheet.name}, row" if len(tables) > 1 else "row"
        for line in sheet.lines[heads.below :]:
            yield f"{label} {line.number}", _Said(heads, line)


def _tables(data: bytes) -> Sequence[tuple[Sheet, Headings]]:
    """The sheets that hold people, one a community perhaps; raises Misread where none does."""
    if data.startswith(b"PK"):
        sheets = read_workbook(data)
    else:
        sheets = (read_delimited(decode(data), PEOPLE),)
    found = [(sheet, find_headings(sheet, PEOPLE)) for sheet in sheets]
    tables = [(s, heads) for s, heads in found if heads and {"key", "name"} <= heads.columns.keys()]
    if tables:
        return tables
    raise Misread("A list of people has a row of headings with at least Key and Name in it.")


class _Said:
    """What one row says under each heading."""

    def __init__(self, heads: Headings, line: Line) -> None:
        self._heads = heads
        self._line = line

    def __call__(self, column: str) -> str:
        cells = self._heads.cells(self._line, column)
        return next((text(cell) for cell in cells if not is_blank(cell)), "")


def _person(said: _Said, row: str, names: SessionNames, report: Report) -> Person | None:
    try:
        if not any(said(column) for column in PEOPLE):
            return None
        return Person(
            key=_key(said("key")),
            name=_name(said),
            organisation=said("organisation"),
            community=_community(said("community"), row, report),
            role=_role(said("role")),
            language=_language(said("language"), row, report),
            sessions=names.find(said("sessions"), row, report),
        )
    except Misread as problem:
        report.error(row, str(problem))
        return None


def _key(words: str) -> str:
    """In one spelling, without the invisible characters that come along from web pages."""
    words = unicodedata.normalize("NFC", words)
    words = "".join(letter for letter in words if unicodedata.category(letter) != "Cf")
    if not words:
        raise Misread("The key is missing; write an id or an e-mail address.")
    if len(words) > LONGEST_KEY:
        raise Misread(
            f"The key {quoted(words[:40])} is too long; write an id or an e-mail address."
        )
    if re.search(r"\s", words):
        raise Misread(
            f"The key {quoted(words[:40])} has a space in it; write an id or an e-mail address."
        )
    return words


def _name(said: _Said) -> str:
    words = " ".join(part for part in (said("first_name"), said("name")) if part)
    if not words:
        raise Misread(f"The name of {said('key')} is missing.")
    return words


def _community(words: str, row: str, report: Report) -> Community:
    found = community_of(words)
    if found is None:
        report.warning(row, f"The community {quoted(words)} is not known; “other” is taken.")
    return found or Community.OTHER


def _role(words: str) -> Role | None:
    if not words:
        return None
    if (role := role_of(words)) is None:
        raise Misread(
            f"{quoted(words)} is no role; write participant, sender, editor or organiser, "
            "or leave the cell empty."
        )
    return role


def _language(words: str, row: str, report: Report) -> str | None:
    found = language_of(words)
    if words and found is None:
        report.warning(row, f"The language {quoted(words)} is not known; write a code such as fr.")
    return found


def _refused(message: str) -> PeopleFile:
    return PeopleFile((), {}, (Problem(Severity.ERROR, "", message),))
