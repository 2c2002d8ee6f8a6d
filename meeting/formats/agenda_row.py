"""One row of an agenda table as a draft of a session."""

from datetime import date, datetime, time, timedelta

from meeting.formats.dates import Order, read_date
from meeting.formats.drafts import Draft
from meeting.formats.grid import Cell, Line, Misread, Report, is_blank, quoted, text
from meeting.formats.headings import Headings
from meeting.formats.moments import parts_of_range, read_moment
from meeting.formats.times import read_duration, with_its_half
from meeting.formats.words import listed, yes

MIDNIGHT = time()
DESCRIBING = ("subtitle", "description")


class RowReader:
    """Reads the rows of one sheet from top to bottom; a date holds until another is given."""

    def __init__(
        self, heads: Headings, order: Order, epoch: datetime, label: str, report: Report
    ) -> None:
        self._heads = heads
        self._order = order
        self._epoch = epoch
        self._label = label
        self._report = report
        self._day: date | None = None

    def read(self, line: Line) -> Draft | None:
        """None for a row that is no session, such as a banner, or that cannot be read."""
        row = f"{self._label} {line.number}"
        try:
            return None if self._is_banner(line, row) else self._draft(line, row)
        except Misread as problem:
            self._report.error(row, str(problem))
        except OverflowError:
            self._report.error(row, "The dates are out of all bounds; check them.")
        return None

    def _is_banner(self, line: Line, row: str) -> bool:
        """One value across the table, or alone in its row, names a part of it; where it is a date,
        it is the rows'. A title alone may be a session whose time is missing: no banner."""
        values = [cell for cell in line.cells if not is_blank(cell)]
        if not self._cells(line):
            return True
        if len(values) == 2 or any(value != values[0] for value in values):
            return False
        try:
            self._day = read_date(values[0], self._order, self._epoch)
            return True
        except Misread:
            if len(values) > 2:
                return True
        if is_blank(self._cell(line, "title")):
            said = f"Only {quoted(text(values[0]))} stands in this row; it is passed over."
            self._report.warning(row, said)
            return True
        return False

    def _draft(self, line: Line, row: str) -> Draft:
        starts, ends = self._times(line, row)
        return Draft(
            row=row,
            title=self._said(line, "title"),
            starts=starts,
            ends=ends,
            duration=self._duration(line),
            session_id=self._said(line, "id"),
            room=self._room(line),
            chairs=self._people(line, "chair"),
            speakers=self._people(line, "speakers"),
            rapporteurs=self._people(line, "rapporteur"),
            papers=self._people(line, "papers"),
            description=self._description(line),
            block=self._said(line, "block") or None,
            plenary=yes(self._cell(line, "plenary")),
            is_break=yes(self._cell(line, "break")) if "break" in self._heads.columns else None,
        )

    def _times(self, line: Line, row: str) -> tuple[datetime | None, datetime | None]:
        first, last = self._cell(line, "start"), self._cell(line, "end")
        if is_blank(last) and (parts := parts_of_range(first)):
            first, last = parts
        if is_blank(first):
            return None, None
        start = read_moment(with_its_half(first, last), self._order, self._epoch)
        starts = self._on_its_day(start, line, row)
        if is_blank(last):
            return starts, None
        return starts, self._end(read_moment(last, self._order, self._epoch), starts, line)

    def _on_its_day(self, start: datetime | timedelta, line: Line, row: str) -> datetime:
        cell = self._cell(line, "date")
        if not is_blank(cell):
            self._day = read_date(cell, self._order, self._epoch)
        if isinstance(start, datetime):
            if not is_blank(cell) and start.date() != self._day:
                raise Misread(f"The date is {self._day}, but the start says {start.date()}.")
            return start
        if self._day is None:
            raise Misread("The date is missing.")
        if is_blank(cell) and "date" in self._heads.columns:
            self._report.warning(row, f"There is no date; {self._day} is taken from above.")
        return datetime.combine(self._day, MIDNIGHT) + start

    def _end(self, end: datetime | timedelta, starts: datetime, line: Line) -> datetime:
        """An end without a date is on the day of the start; at 00:00, at its end."""
        if isinstance(end, datetime):
            return end
        cell = self._cell(line, "end_date")
        if is_blank(cell):
            whole = end == timedelta(0) and starts.time() != MIDNIGHT
            day, end = starts.date(), timedelta(days=1) if whole else end
        else:
            day = read_date(cell, self._order, self._epoch)
        return datetime.combine(day, MIDNIGHT, starts.tzinfo) + end

    def _duration(self, line: Line) -> timedelta | None:
        for column in ("duration", "hours"):
            if not is_blank(cell := self._cell(line, column)):
                return read_duration(cell, hours=column == "hours")
        return None

    def _room(self, line: Line) -> str:
        return next(iter(self._beside_title(line, "room")), "")

    def _people(self, line: Line, column: str) -> tuple[str, ...]:
        found = [name for words in self._beside_title(line, column) for name in listed(words)]
        return tuple(dict.fromkeys(found))

    def _description(self, line: Line) -> str:
        cells = [words for name in DESCRIBING for words in self._beside_title(line, name)]
        return "\n\n".join(dict.fromkeys(cells))

    def _beside_title(self, line: Line, column: str) -> list[str]:
        """“Lunch” merged from the title over room and speakers is a title only."""
        title = self._said(line, "title")
        found = [text(cell) for cell in self._heads.cells(line, column)]
        return [words for words in found if words and words != title]

    def _said(self, line: Line, column: str) -> str:
        return text(self._cell(line, column))

    def _cell(self, line: Line, column: str) -> Cell:
        cells = self._heads.cells(line, column)
        return next((cell for cell in cells if not is_blank(cell)), None)

    def _cells(self, line: Line) -> list[Cell]:
        """What this row says under the headings that mean something here."""
        found = [cell for name in self._heads.columns for cell in self._heads.cells(line, name)]
        return [cell for cell in found if not is_blank(cell)]
