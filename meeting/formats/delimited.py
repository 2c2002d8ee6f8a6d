"""A csv file as a sheet: its encoding and its delimiter are found out, not asked for."""

import csv
from io import StringIO
from itertools import islice

from charset_normalizer import from_bytes

from meeting.formats.grid import Line, Misread, Sheet, without_blank_lines
from meeting.formats.headings import SEARCHED, Vocabulary, find_headings

DELIMITERS = ",;\t|"
MOST_ROWS = 20_000
# Old encodings of spreadsheets on Windows and Mac; with more to choose from, short files with
# few accents are taken for exotic ones.
OLD = ["cp1252", "mac_roman"]


def decode(data: bytes) -> str:
    """The text of a file; raises Misread where it holds no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        words = data.decode("utf-16", errors="replace").removeprefix("\ufeff")
    else:
        words = _guessed(data)
    if not words or "\0" in words:
        raise Misread("This file holds no text that can be read; save it as .xlsx or as UTF-8.")
    return words


def _guessed(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        best = from_bytes(data, cp_isolation=OLD).best()
        return str(best) if best else data.decode("cp1252", errors="replace")


def read_delimited(words: str, meaning: Vocabulary) -> Sheet:
    """The delimiter is the one that gives most headings their meaning; raises Misread."""
    sheets = [_sheet(words, delimiter, SEARCHED) for delimiter in DELIMITERS]
    score = [_headings(sheet, meaning) for sheet in sheets]
    delimiter = DELIMITERS[score.index(max(score))]
    sheet = _sheet(words, delimiter, MOST_ROWS + 1)
    _require_closed_quotes(words, delimiter)
    return sheet


def _require_closed_quotes(words: str, delimiter: str) -> None:
    """A quotation mark left open swallows all rows below it, and csv says so only if strict."""
    begins = 1
    reader = csv.reader(StringIO(words, newline=""), delimiter=delimiter, strict=True)
    try:
        for _ in reader:
            begins = reader.line_num + 1
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise Misread(
                f"A quotation mark in line {begins} is never closed; close it, or save the file "
                "as .xlsx."
            ) from None


def _headings(sheet: Sheet, meaning: Vocabulary) -> tuple[int, int]:
    found = find_headings(sheet, meaning)
    widest = max((len(line.cells) for line in sheet.lines), default=0)
    return (len(found.columns) if found else 0, widest)


def _sheet(words: str, delimiter: str, rows: int) -> Sheet:
    reader = csv.reader(StringIO(words, newline=""), delimiter=delimiter)
    lines = []
    try:
        for cells in islice(reader, rows):
            lines.append(Line(reader.line_num - _breaks(cells), tuple(cells)))
    except csv.Error as error:
        raise Misread(
            f"Line {reader.line_num} cannot be read ({error}); save the file as .xlsx."
        ) from None
    if len(lines) > MOST_ROWS:
        raise Misread(f"This file has more than {MOST_ROWS} rows; split it.")
    return Sheet("", without_blank_lines(lines))


def _breaks(cells: list[str]) -> int:
    """A row counts from the line it begins on, though its cells may hold line breaks."""
    return sum(cell.count("\n") for cell in cells)
