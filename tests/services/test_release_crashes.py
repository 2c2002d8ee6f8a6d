"""Wherever a release is killed, the agenda is old and nobody told, or new and everybody told."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, select

from meeting.edits import moved, retimed
from store.candidates import read_candidates
from store.change_notices import put_change_notices
from store.dialects import writing
from store.releases import NewRelease, ReleasedRow, ReleaseRows, Tell
from store.tables import agenda_drafts, agendas, deliveries, notices
from tests.services.release_desk import OLA, ReleaseDesk
from tests.two_days import at

TO_NOBEL = partial(moved, session_id="peace", room_id="nobel")
TO_MUNCH = partial(moved, session_id="peace", room_id="munch")
LATER = partial(retimed, session_id="funding", starts=at(11, "16:00"), ends=at(11, "17:15"))
PATIENCE = 100  # statements after which a release is no release any more
TOLD = {"Ada Vik": 1, "Bo Ek": 1, "Cléo Roy": 1, "Dan Moe": 1}
Rows = dict[str, list[tuple[object, ...]]]


class Killed(BaseException):
    """The process is gone."""


class TwoSteps(ReleaseRows):
    """Wrong: the version is there before its notices."""

    def release(self, new: NewRelease, tell: Tell) -> ReleasedRow | None:
        released = super().release(new, lambda _people: {})
        if released is not None:
            with writing(self._engine) as connection:
                told = tell(read_candidates(connection))
                put_change_notices(connection, released.number, told, None, new.now)
        return released


class NoticesFirst(ReleaseRows):
    """Wrong: people are told of what may never hold."""

    def release(self, new: NewRelease, tell: Tell) -> ReleasedRow | None:
        with writing(self._engine) as connection:
            told = tell(read_candidates(connection))
            put_change_notices(connection, new.base + 1, told, None, new.now)
        return super().release(new, lambda _people: {})


def test_release_killed_at_any_statement_is_not_half_done(tmp_path: Path) -> None:
    killed = release_with_kills(ReleaseDesk(tmp_path))
    assert killed > 10


@pytest.mark.parametrize("wrong", [TwoSteps, NoticesFirst])
def test_release_in_two_transactions_is_found_out(tmp_path: Path, wrong: type[ReleaseRows]) -> None:
    with pytest.raises(AssertionError, match="half done"):
        release_with_kills(ReleaseDesk(tmp_path, rows=wrong))


def release_with_kills(desk: ReleaseDesk) -> int:
    """Release, killed a step later each time until it gets through; returns how often. What an
    earlier release has not told yet is on its way, so that it has to be taken back."""
    desk.drafts.edit(OLA, TO_MUNCH, "")
    desk.release()
    desk.drafts.edit(OLA, lambda agenda: LATER(TO_NOBEL(agenda)), "")
    before = everything(desk.engine)
    for step in range(PATIENCE):
        try:
            with killed_at(desk.engine, step):
                desk.release()
        except Killed:
            if everything(desk.engine) != before:
                assert is_new(desk), "half done"
                return step
        else:
            assert is_new(desk), "half done"
            return step
    raise AssertionError("it never got through")


def is_new(desk: ReleaseDesk) -> bool:
    """Whether the agenda is the new one, its draft gone, and everybody told of it once."""
    told = [name for name, (_, noun) in desk.told(3).items() if noun.number == 3]
    earlier = set(desk.states(2).values())
    return (
        desk.agendas.newest_number() == 3
        and desk.drafts.current(OLA) is None
        and dict.fromkeys(told, 1) == TOLD
        and earlier == {"cancelled", "not-linked"}
    )


def everything(engine: Engine) -> Rows:
    """All that a release may touch."""
    with engine.connect() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table))]
            for table in (agendas, agenda_drafts, notices, deliveries)
        }


@contextmanager
def killed_at(engine: Engine, step: int) -> Iterator[None]:
    """Be killed before the statement, or the commit, with this number."""
    count = iter(range(PATIENCE * 2))

    def pass_by(*_: object) -> None:
        if next(count) == step:
            raise Killed

    for name in ("before_cursor_execute", "commit"):
        event.listen(engine, name, pass_by)
    try:
        yield
    finally:
        for name in ("before_cursor_execute", "commit"):
            event.remove(engine, name, pass_by)
