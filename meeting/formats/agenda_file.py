"""An agenda out of a file of any kind that we read; the content says which, not the name."""

import json
from datetime import date
from pathlib import PurePath

from meeting.agenda import Agenda
from meeting.formats.agenda_table import read_table
from meeting.formats.delimited import decode, read_delimited
from meeting.formats.drafts import AgendaFile
from meeting.formats.frab import read_frab
from meeting.formats.grid import Misread
from meeting.formats.headings import AGENDA
from meeting.formats.ical import read_calendar
from meeting.formats.problems import Problem, Severity
from meeting.formats.spreadsheet import read_workbook

MOST_BYTES = 20 * 1024 * 1024
KINDS = "an Excel workbook (.xlsx), a csv file, a calendar (.ics) or schedule JSON"
Days = tuple[date, date] | None


def read_agenda(data: bytes, name: str, zone: str, days: Days = None) -> AgendaFile:
    """Never raises for what is in the file: problems are in the result.

    `name` is the file's, for messages; `zone` the meeting's (IANA); `days` its first and last day,
    where they are known.
    """
    try:
        return _read(data, zone, days)
    except Misread as problem:
        return refused(zone, str(problem))
    except Exception:  # whatever a library meets in a file that was made to hurt, or is broken
        return refused(zone, f"{PurePath(name).name} cannot be read as {KINDS}; save it again.")


def refused(zone: str, message: str) -> AgendaFile:
    """A file that gives nothing, and why."""
    return AgendaFile(Agenda(zone), {}, (Problem(Severity.ERROR, "", message),))


def check_kind(data: bytes, wanted: str) -> None:
    """Raise Misread for what is too big or of a kind that no reader here knows."""
    if not data.strip():
        raise Misread("The file is empty.")
    if len(data) > MOST_BYTES:
        raise Misread("The file is bigger than 20 MiB; keep only what is needed in it.")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Misread(
            "This is an old Excel file (.xls), or one with a password; "
            "save it as .xlsx without a password."
        )
    if data.startswith((b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf")):
        raise Misread(f"This is no table; save what is in it as {wanted}.")
    if data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):  # some programs' “.xls”
        raise Misread(f"This is a web page or XML inside; open it and save it as {wanted}.")


def _read(data: bytes, zone: str, days: Days) -> AgendaFile:
    check_kind(data, KINDS)
    if data.startswith(b"PK"):
        return read_table(read_workbook(data), zone, days)
    words = decode(data)
    start = words.lstrip()[:20].upper()
    if start.startswith("BEGIN:VCALENDAR"):
        return read_calendar(words, zone)
    if start.startswith(("{", "[")):
        return read_frab(_json(words), zone)
    return read_table([read_delimited(words, AGENDA)], zone, days)


def _json(words: str) -> object:
    try:
        return json.loads(words)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise Misread(f"This JSON is damaged or cut off at {where}; export it again.") from None
    except (ValueError, RecursionError):
        raise Misread("This JSON is not one of a schedule; export it again.") from None
