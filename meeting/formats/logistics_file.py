"""Practical matters out of TOML, a spreadsheet or csv."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from meeting.formats.agenda_file import check_kind
from meeting.formats.delimited import decode
from meeting.formats.grid import Misread, Report, quoted
from meeting.formats.logistics_entry import make_entry
from meeting.formats.logistics_table import read_logistics_table
from meeting.formats.problems import Problem, Severity
from meeting.logistics import LogisticsEntry

KINDS = "TOML, an Excel workbook (.xlsx) or a csv file"
KNOWN = frozenset(("topic", "text", "asked", "place", "latitude", "longitude"))


@dataclass(frozen=True, slots=True)
class LogisticsFile:
    """The entries of a file, and its problems; with an error among them it must not be applied."""

    entries: tuple[LogisticsEntry, ...]
    problems: tuple[Problem, ...]

    @property
    def has_errors(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self.problems)


def read_logistics(data: bytes, name: str, language: str) -> LogisticsFile:
    """Never raises for what is in the file. `language`: of texts that name none."""
    report = Report()
    try:
        check_kind(data, KINDS)
        entries = _entries(data, name, language, report)
        if not entries and not report.problems:
            raise Misread("The file holds no entry; each has a topic and a text.")
    except Misread as problem:
        return _refused(str(problem))
    except Exception:  # whatever a library meets in a file that is broken
        return _refused(f"{PurePath(name).name} cannot be read as {KINDS}; save it again.")
    return LogisticsFile(_unique(entries, report), tuple(report.problems))


def _entries(
    data: bytes, name: str, language: str, report: Report
) -> Sequence[tuple[str, LogisticsEntry]]:
    words = "" if data.startswith(b"PK") else decode(data)
    if PurePath(name).suffix.lower() == ".toml" or re.search(r"(?m)^\s*\[\[?\w+\]?\]", words):
        return _from_toml(words, language, report)
    return read_logistics_table(data, language, report)


def _from_toml(words: str, language: str, report: Report) -> list[tuple[str, LogisticsEntry]]:
    try:
        document = tomllib.loads(words)
    except RecursionError:
        raise Misread("This TOML is nested too deeply to be practical matters.") from None
    except ValueError as error:  # its own, and Python's about numbers without end
        raise Misread(f"This is not valid TOML: {error}.") from None
    entries = document.get("entry")
    if not isinstance(entries, list):
        raise Misread("There is no [[entry]] in this file; each practical matter is one.")
    found = []
    for number, entry in enumerate(entries, 1):
        row = f"entry {number}"
        try:
            found.append((row, _entry(entry, language, row, report)))
        except Misread as problem:
            report.error(row, str(problem))
    return found


def _entry(entry: object, language: str, row: str, report: Report) -> LogisticsEntry:
    if not isinstance(entry, dict):
        raise Misread("This entry is not in a form that can be read.")
    for key in entry.keys() - KNOWN:
        report.warning(row, f"{quoted(key)} means nothing here; it is passed over.")
    place = entry.get("place", [entry.get("latitude"), entry.get("longitude")])
    if not isinstance(place, list) or len(place) != 2:
        raise Misread("A place is [latitude, longitude], such as [59.91, 10.73].")
    asked = _by_language(entry.get("asked", {}), language)
    return make_entry(entry.get("topic"), _by_language(entry.get("text"), language), asked, place)


def _by_language(value: object, language: str) -> Mapping[str, object]:
    if isinstance(value, dict):
        return value
    return {} if value is None else {language: value}


def _unique(
    entries: Sequence[tuple[str, LogisticsEntry]], report: Report
) -> tuple[LogisticsEntry, ...]:
    found: dict[str, LogisticsEntry] = {}
    for row, entry in entries:
        if entry.topic.casefold() in found:
            report.error(row, f"The topic {quoted(entry.topic)} is there twice.")
        found.setdefault(entry.topic.casefold(), entry)
    return tuple(found.values())


def _refused(message: str) -> LogisticsFile:
    return LogisticsFile((), (Problem(Severity.ERROR, "", message),))
