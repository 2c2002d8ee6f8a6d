"""Sessions as a list of people names them, by id or by title, found in the agenda."""

import re
from collections import Counter

from meeting.agenda import Agenda
from meeting.formats.grid import Report, quoted
from meeting.formats.words import folded


class SessionNames:
    def __init__(self, agenda: Agenda) -> None:
        """Titles that several sessions share name none of them."""
        titles = Counter(folded(session.title) for session in agenda.sessions)
        self._ids = {
            folded(session.title): session.session_id
            for session in agenda.sessions
            if titles[folded(session.title)] == 1
        } | {session.session_id.casefold(): session.session_id for session in agenda.sessions}
        self._is_empty = not agenda.sessions

    def find(self, words: str, row: str, report: Report) -> tuple[str, ...]:
        """Ids, of ids or titles that semicolons, commas or new lines separate. What is not found
        is told and kept: the agenda may come later."""
        found = [session_id for part in self._parts(words) for session_id in self._of(part)]
        ids = tuple(dict.fromkeys(found))
        known = set(self._ids.values())
        if unknown := [session_id for session_id in ids if session_id not in known]:
            said = ", ".join(f"{quoted(one)}" for one in unknown)
            if not self._is_empty:
                report.warning(row, f"No session of the agenda is called {said}.")
        return ids

    def _parts(self, words: str) -> list[str]:
        if self._id(words):
            return [words]
        return [part.strip() for part in re.split(r"[;\n]", words) if part.strip()]

    def _of(self, part: str) -> list[str]:
        """A title may hold a comma; only where it does not fit, commas separate."""
        if found := self._id(part):
            return [found]
        pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
        return [self._id(piece) or piece for piece in pieces]

    def _id(self, words: str) -> str | None:
        return self._ids.get(words.strip().casefold()) or self._ids.get(folded(words))
