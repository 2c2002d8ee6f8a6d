"""Practical matters in a spreadsheet or csv, with a column for each language."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from meeting.formats.delimited import decode, read_delimited
from meeting.formats.grid import Cell, Line, Misread, Report, Sheet, is_blank, quoted, text
from meeting.formats.headings import SEARCHED, vocabulary
from meeting.formats.logistics_entry import make_entry
from meeting.formats.spreadsheet import read_workbook
from meeting.formats.words import folded
from meeting.logistics import LogisticsEntry

WORDS = vocabulary(
    topic="subject, sujet, thème, rubrique",
    text="answer, texte, réponse",
    asked="ways to ask, questions, keywords, mots clés, demandé, formulations",
    latitude="lat",
    longitude="lon, lng, long",
)
IN_LANGUAGES = {
    f"{name} {code}".strip(): frozenset(f"{word} {code}".strip() for word in synonyms)
    for name, synonyms in WORDS.items()
    for code in ("", "en", "fr")
}  # enough to tell the delimiter by


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds, and in which language; "" where its heading says none."""

    place: int
    name: str
    language: str


def read_logistics_table(
    data: bytes, language: str, report: Report
) -> Sequence[tuple[str, LogisticsEntry]]:
    """Entries with their rows. Headings name languages: text_en, asked_fr."""
    sheets = read_workbook(data) if data.startswith(b"PK") else (_delimited(decode(data)),)
    sheet, below, columns = _table(sheets)
    found = []
    for line in sheet.lines[below:]:
        row = f"row {line.number}"
        try:
            found.append((row, _entry(line, columns, language)))
        except Misread as problem:
            report.error(row, str(problem))
    return found


def _delimited(words: str) -> Sheet:
    return read_delimited(words, IN_LANGUAGES)


def _table(sheets: Sequence[Sheet]) -> tuple[Sheet, int, list[Column]]:
    for sheet in sheets:
        for index, line in enumerate(sheet.lines[:SEARCHED]):
            columns = [
                found for place, cell in enumerate(line.cells) if (found := _column(place, cell))
            ]
            if {"topic", "text"} <= {column.name for column in columns}:
                return sheet, index + 1, columns
    raise Misread("Practical matters have a row of headings with at least Topic and Text in it.")


def _column(place: int, cell: Cell) -> Column | None:
    said = folded(cell) if isinstance(cell, str) else ""
    match = re.fullmatch(r"(.+?)(?: ([a-z]{2,3}))?", said)
    for name, synonyms in WORDS.items():
        if said in synonyms:
            return Column(place, name, "")
        if match and match[2] and match[1] in synonyms:
            return Column(place, name, match[2])
    return None


def _entry(line: Line, columns: Sequence[Column], language: str) -> LogisticsEntry:
    asked = {
        code: [way for part in re.split(r"[;\n]", words) for way in part.split(",")]
        for code, words in _said(line, columns, "asked", language).items()
    }
    place = [_number(_said(line, columns, name, "")) for name in ("latitude", "longitude")]
    topic = _said(line, columns, "topic", "").get("")
    return make_entry(topic, _said(line, columns, "text", language), asked, place)


def _said(line: Line, columns: Sequence[Column], name: str, language: str) -> Mapping[str, str]:
    """The words under the columns of this name, by language."""
    return {
        column.language or language: text(line.cells[column.place])
        for column in columns
        if column.name == name
        and column.place < len(line.cells)
        and not is_blank(line.cells[column.place])
    }


def _number(said: Mapping[str, str]) -> float | None:
    words = next(iter(said.values()), "")
    try:
        return float(words.replace(",", ".")) if words else None
    except ValueError:
        raise Misread(f"{quoted(words)} is no number of degrees, such as 59.91.") from None
