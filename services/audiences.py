"""Whom an announcement can be for: everybody on the list with what they can be chosen by."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from meeting.agenda import Agenda
from meeting.audience import Audience, Candidate, Kind, chosen
from meeting.people import spoken
from services.agenda import AgendaBook, Held
from store.candidates import CandidateRow, Candidates

OF_SESSIONS = frozenset({Kind.SESSION, Kind.GROUP})


@dataclass(frozen=True, slots=True)
class Reach:
    """The people whom an announcement is for, by name."""

    people: tuple[Candidate, ...]

    @property
    def count(self) -> int:
        return len(self.people)

    @property
    def not_linked(self) -> int:
        """How many have never opened the bot."""
        return sum(not one.linked for one in self.people)

    @property
    def unreachable(self) -> int:
        """How many have opened the bot and cannot be written to any more."""
        return sum(one.linked and not one.reachable for one in self.people)


class Audiences:
    def __init__(self, rows: Candidates, book: AgendaBook, languages: Sequence[str]) -> None:
        """`languages`: those that the bot speaks, the first of them with everybody else."""
        self._rows = rows
        self._book = book
        self._languages = languages

    def candidates(self, kinds: Collection[Kind] = tuple(Kind)) -> tuple[Candidate, ...]:
        """Everybody on the list, by name, with what they can be chosen by in these respects."""
        held = self._book.held()
        blocks = _in_blocks(held.agenda)
        rows = self._rows.everybody(
            sessions=not OF_SESSIONS.isdisjoint(kinds), unseen=Kind.UNSEEN in kinds
        )
        return tuple(self._candidate(row, held, blocks) for row in rows)

    def chosen(self, audience: Audience) -> tuple[Candidate, ...]:
        """Those whom an audience means, by name."""
        return chosen(audience, self.candidates({kind for kind, _ in audience.chosen}))

    def ids(self, audience: Audience) -> tuple[int, ...]:
        """The ids of those whom an audience means."""
        return tuple(one.person_id for one in self.chosen(audience))

    def recipients(self, announcement_id: int) -> tuple[Candidate, ...]:
        """Those on the list whom an announcement went to, by name: its correction is for them."""
        ids = self._rows.recipients(announcement_id)
        return tuple(one for one in self.candidates(()) if one.person_id in ids)

    def _candidate(self, row: CandidateRow, held: Held, blocks: frozenset[str]) -> Candidate:
        parts = held.parts.get(row.folded_key, frozenset())
        return Candidate(
            person_id=row.person_id,
            name=row.name,
            organisation=row.organisation,
            community=row.community,
            role=row.participant.role,
            language=spoken(row.participant, self._languages),
            sessions=held.common | row.assigned | row.following | parts,
            groups=row.assigned & blocks,
            unseen=row.unseen,
            linked=row.linked,
            reachable=row.reachable,
        )


def _in_blocks(agenda: Agenda) -> frozenset[str]:
    """The sessions of which each participant is in one of several."""
    return frozenset(s.session_id for s in agenda.sessions if s.block)
