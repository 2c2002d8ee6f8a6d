"""Which of the parallel sessions people would like to be in."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Engine, delete, insert, select

from store.dialects import reading, writing
from store.tables import wishes


class WishRows:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def among(self, session_ids: Sequence[str]) -> Mapping[int, tuple[str, ...]]:
        """What everybody would like of these sessions, by person, the first choice first; whoever
        has said nothing is not there."""
        wanted = (
            select(wishes)
            .where(wishes.c.session_id.in_(session_ids))
            .order_by(wishes.c.person_id, wishes.c.rank, wishes.c.session_id)
        )
        found: dict[int, tuple[str, ...]] = {}
        with reading(self._engine) as connection:
            for row in connection.execute(wanted):
                found[row.person_id] = (*found.get(row.person_id, ()), row.session_id)
        return found

    def of(self, person_id: int, session_ids: Sequence[str]) -> tuple[str, ...]:
        """What somebody would like of these sessions, the first choice first."""
        wanted = (
            select(wishes.c.session_id)
            .where(wishes.c.person_id == person_id, wishes.c.session_id.in_(session_ids))
            .order_by(wishes.c.rank, wishes.c.session_id)
        )
        with reading(self._engine) as connection:
            return tuple(connection.execute(wanted).scalars())

    def put(self, person_id: int, chosen: Sequence[str], session_ids: Sequence[str]) -> None:
        """Of these sessions somebody would like the chosen ones, in this order, and no other."""
        rows = [
            {"person_id": person_id, "session_id": each, "rank": rank}
            for rank, each in enumerate(dict.fromkeys(chosen))
        ]
        theirs = wishes.c.person_id == person_id, wishes.c.session_id.in_(session_ids)
        with writing(self._engine) as connection:
            connection.execute(delete(wishes).where(*theirs))
            if rows:
                connection.execute(insert(wishes), rows)
