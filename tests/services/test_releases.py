"""A release is a version and its notices, once, for those concerned and nobody else."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from meeting.agenda import Agenda
from meeting.delivery import State, Urgency
from meeting.edits import cancelled, late, moved, retimed
from meeting.notices import ChangedLine, ChangeNoun, Place
from meeting.people import Participant, Person
from services.errors import AgendaDraftGone, AskTwice, DraftMoved, NothingChanges
from services.releases import Released
from store.candidates import CandidateRow
from store.releases import NewRelease, ReleasedRow, ReleaseRows, Tell
from store.tables import deliveries, notices
from tests.services.release_desk import AGENDA, EVA, OLA, ReleaseDesk
from tests.services.writing_desk import ADA, BO, CLEO, DAN
from tests.two_days import at

TO_NOBEL = partial(moved, session_id="peace", room_id="nobel")
TO_MUNCH = partial(moved, session_id="peace", room_id="munch")
LATER = partial(retimed, session_id="funding", starts=at(11, "16:00"), ends=at(11, "17:15"))
HOST = Participant(20, "Ada Vik")
PEACE_LINE = ChangedLine(
    "peace",
    "Peace processes: how inclusive?",
    Place("Fram", at(11, "14:00"), at(11, "15:30")),
    Place("Nobel", at(11, "14:00"), at(11, "15:30")),
)
FUNDING_LINE = ChangedLine(
    "funding",
    "Funding early recovery",
    Place("Nobel", at(11, "15:45"), at(11, "17:00")),
    Place("Nobel", at(11, "16:00"), at(11, "17:15")),
)


@pytest.fixture
def desk(tmp_path: Path) -> ReleaseDesk:
    return ReleaseDesk(tmp_path)


def both(agenda: Agenda) -> Agenda:
    return LATER(TO_NOBEL(agenda))


def emptied(agenda: Agenda) -> Agenda:
    return replace(agenda, sessions=())


def said(desk: ReleaseDesk, number: int) -> dict[str, tuple[ChangedLine, ...]]:
    return {name: found.lines for name, (_, found) in desk.told(number).items()}


def facts(desk: ReleaseDesk, number: int) -> list[tuple[str, object, int, int | None]]:
    """Urgency, until when, for how many, and by whom: of each notice about a version."""
    query = (
        select(deliveries.c.urgency, deliveries.c.not_after, notices.c.id, notices.c.author)
        .join_from(notices, deliveries, deliveries.c.subject_id == notices.c.id)
        .where(notices.c.cause == number)
        .order_by(notices.c.id)
    )
    with desk.engine.connect() as connection:
        rows = connection.execute(query).all()
    found = {row.id: row for row in rows}
    return [
        (row.urgency, row.not_after, sum(r.id == key for r in rows), row.author)
        for key, row in found.items()
    ]


def test_release_makes_a_version_and_tells_those_concerned(desk: ReleaseDesk) -> None:
    view = desk.drafts.edit(OLA, both, "Two changes")
    desk.drafts.describe(OLA, view.draft.draft_id, "Flood", "Fram is flooded.")
    assert desk.release() == Released(2, told=2, not_linked=2, quiet=False, name="Flood")
    newest = desk.agendas.newest()
    assert newest is not None
    assert newest.agenda == both(AGENDA)
    assert (newest.name, newest.note, newest.author, newest.quiet, newest.created_at) == (
        "Flood", "Fram is flooded.", OLA.chat_id, False, desk.clock.now(),
    )  # fmt: skip
    assert desk.told(2) == {
        "Ada Vik": (State.PENDING, ChangeNoun(2, (PEACE_LINE, FUNDING_LINE))),
        "Bo Ek": (State.NOT_LINKED, ChangeNoun(2, (PEACE_LINE,))),
        "Cléo Roy": (State.PENDING, ChangeNoun(2, (PEACE_LINE,))),
        "Dan Moe": (State.NOT_LINKED, ChangeNoun(2, (PEACE_LINE,))),
    }
    assert desk.releases.told(2) == {State.PENDING: 2, State.NOT_LINKED: 2}
    assert desk.drafts.current(OLA) is None


def test_equal_lines_share_a_notice_that_ends_with_its_last_session(desk: ReleaseDesk) -> None:
    desk.drafts.edit(OLA, both, "")
    desk.release()
    assert facts(desk, 2) == [
        (Urgency.URGENT, at(11, "17:15").astimezone(UTC), 1, OLA.chat_id),
        (Urgency.URGENT, at(11, "15:30").astimezone(UTC), 3, OLA.chat_id),
    ]


def test_change_of_tomorrow_is_routine(desk: ReleaseDesk) -> None:
    desk.drafts.edit(OLA, partial(moved, session_id="closing", room_id="nobel"), "")
    desk.release()
    assert [urgency for urgency, *_ in facts(desk, 2)] == [Urgency.ROUTINE]


def test_session_that_would_have_been_soon_is_urgent_and_useful_to_the_end(
    desk: ReleaseDesk,
) -> None:
    tomorrow = partial(retimed, session_id="peace", starts=at(12, "10:00"), ends=at(12, "11:30"))
    desk.drafts.edit(OLA, tomorrow, "")
    desk.release()
    [(urgency, until, *_)] = facts(desk, 2)
    assert (urgency, until) == (Urgency.URGENT, at(12, "11:30").astimezone(UTC))


def test_quiet_release_tells_nobody(desk: ReleaseDesk) -> None:
    desk.drafts.edit(OLA, both, "Two changes")
    assert desk.release(quiet=True) == Released(2, 0, 0, quiet=True, name="Two changes")
    assert (desk.agenda(), desk.told(2)) == (both(AGENDA), {})


def test_nobody_is_told_of_a_change_to_what_is_over(desk: ReleaseDesk) -> None:
    desk.clock.move(hours=3)  # 16:00
    desk.drafts.edit(OLA, both, "")
    desk.release()
    assert said(desk, 2) == {"Ada Vik": (FUNDING_LINE,)}


def test_whoever_has_blocked_the_bot_is_told_if_they_come_back(desk: ReleaseDesk) -> None:
    with desk.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE chats SET unreachable = 'blocked' WHERE chat_id = 22")
    desk.drafts.edit(OLA, TO_NOBEL, "")
    assert desk.release() == Released(2, told=1, not_linked=2, quiet=False, name="", unreachable=1)
    assert desk.states(2)["Cléo Roy"] == State.BLOCKED


def test_second_tap_on_release_does_nothing(desk: ReleaseDesk) -> None:
    draft = desk.drafts.edit(OLA, TO_NOBEL, "").draft
    desk.releases.release(OLA, draft.draft_id, draft.revision, quiet=False)
    with pytest.raises(AgendaDraftGone):
        desk.releases.release(OLA, draft.draft_id, draft.revision, quiet=False)
    assert desk.agendas.newest_number() == 2


def test_button_from_before_the_last_change_releases_nothing(desk: ReleaseDesk) -> None:
    old = desk.drafts.edit(OLA, TO_NOBEL, "").draft
    now = desk.drafts.edit(OLA, LATER, "")
    with pytest.raises(DraftMoved) as caught:
        desk.releases.release(OLA, old.draft_id, old.revision, quiet=False)
    assert (caught.value.view, desk.agendas.newest_number()) == (now, 1)


def test_second_of_two_editors_has_to_look_again(desk: ReleaseDesk) -> None:
    mine = desk.drafts.edit(OLA, LATER, "").draft
    desk.drafts.edit(EVA, TO_NOBEL, "")
    desk.release(EVA)
    with pytest.raises(DraftMoved) as caught:
        desk.releases.release(OLA, mine.draft_id, mine.revision, quiet=False)
    view = caught.value.view
    assert view.faster is not None
    assert (view.faster.author, view.draft.base, desk.agendas.newest_number()) == ("Eva", 2, 2)
    desk.releases.release(OLA, mine.draft_id, view.draft.revision, quiet=False)
    assert desk.agenda() == LATER(TO_NOBEL(AGENDA))


def test_draft_without_a_change_is_not_released(desk: ReleaseDesk) -> None:
    desk.drafts.edit(OLA, TO_NOBEL, "")
    desk.drafts.edit(OLA, partial(moved, session_id="peace", room_id="fram"), "")
    with pytest.raises(NothingChanges):
        desk.release()
    assert desk.agendas.newest_number() == 1


def test_dropping_all_sessions_is_asked_twice(desk: ReleaseDesk) -> None:
    draft = desk.drafts.edit(OLA, emptied, "").draft
    with pytest.raises(AskTwice) as caught:
        desk.releases.release(OLA, draft.draft_id, draft.revision, quiet=True)
    assert (caught.value.count, desk.agendas.newest_number()) == (6, 1)
    desk.releases.release(OLA, draft.draft_id, draft.revision, quiet=False, sure=True)
    mine = [line.session_id for line in said(desk, 2)["Ada Vik"]]
    assert mine == ["lunch", "peace", "funding", "dinner", "closing"]


def test_older_version_can_be_released_again(desk: ReleaseDesk) -> None:
    desk.drafts.edit(OLA, TO_NOBEL, "")
    desk.release()
    arrived(desk)
    desk.drafts.restore(OLA, 1)
    desk.release()
    assert desk.agenda() == AGENDA
    back = replace(PEACE_LINE, before=PEACE_LINE.after, after=PEACE_LINE.before)
    assert said(desk, 3) == dict.fromkeys(("Ada Vik", "Bo Ek", "Cléo Roy", "Dan Moe"), (back,))


def arrived(desk: ReleaseDesk) -> None:
    """Whatever was on its way has arrived."""
    with desk.engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE deliveries SET state = 'sent', due_at = NULL, attempts = 1 "
            "WHERE state = 'pending'"
        )


def test_release_takes_the_place_of_what_was_not_sent_yet(desk: ReleaseDesk) -> None:
    desk.drafts.edit(OLA, both, "")
    desk.release()
    desk.drafts.edit(OLA, TO_MUNCH, "")
    desk.release()
    assert desk.states(2)["Ada Vik"] == desk.states(2)["Cléo Roy"] == State.CANCELLED
    in_munch = Place("Munch", at(11, "14:00"), at(11, "15:30"))
    line = replace(PEACE_LINE, after=in_munch)  # from Fram: nobody has heard of Nobel
    assert said(desk, 3)["Ada Vik"] == (line, FUNDING_LINE)
    assert said(desk, 3)["Cléo Roy"] == (line,)


def test_release_that_undoes_what_was_not_sent_yet_tells_nobody(desk: ReleaseDesk) -> None:
    desk.drafts.edit(OLA, TO_NOBEL, "")
    desk.release()
    desk.drafts.restore(OLA, 1)
    assert desk.release() == Released(3, told=0, not_linked=2, quiet=False, name="")
    assert desk.states(2)["Ada Vik"] == State.CANCELLED
    assert sorted(said(desk, 3)) == ["Bo Ek", "Dan Moe"]


def test_what_may_have_arrived_is_left_as_it_is(desk: ReleaseDesk) -> None:
    desk.drafts.edit(OLA, TO_NOBEL, "")
    desk.release()
    with desk.engine.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE deliveries SET state = 'sending', due_at = NULL WHERE person_id = 1"
        )
        connection.exec_driver_sql(
            "UPDATE deliveries SET state = 'unknown', doubtful = 1 WHERE person_id = 3"
        )
    desk.drafts.edit(OLA, TO_MUNCH, "")
    desk.release()
    assert (desk.states(2)["Ada Vik"], desk.states(2)["Cléo Roy"]) == ("sending", "unknown")
    from_nobel = {line.before for lines in said(desk, 3).values() for line in lines}
    assert PEACE_LINE.after in from_nobel


def test_those_who_are_not_concerned_again_keep_their_notice(desk: ReleaseDesk) -> None:
    desk.drafts.edit(OLA, TO_NOBEL, "")
    desk.release()
    desk.drafts.edit(OLA, LATER, "")
    desk.release()
    assert desk.states(2)["Cléo Roy"] == State.PENDING
    assert said(desk, 3) == {"Ada Vik": (PEACE_LINE, FUNDING_LINE)}


def test_host_releases_without_a_draft(desk: ReleaseDesk) -> None:
    later = partial(late, session_id="peace", minutes=10)
    assert desk.releases.release_now(HOST, later, "10 minutes late") == Released(
        2, told=2, not_linked=2, quiet=False, name="10 minutes late"
    )
    newest = desk.agendas.newest()
    assert newest is not None
    assert (newest.agenda, newest.author) == (late(AGENDA, "peace", 10), HOST.chat_id)


def test_host_whose_change_changes_nothing_hears_so(desk: ReleaseDesk) -> None:
    with pytest.raises(NothingChanges):
        desk.releases.release_now(HOST, partial(cancelled, session_id="none"), "")
    assert desk.agendas.newest_number() == 1


class Contested(ReleaseRows):
    """Somebody else releases just before, twice."""

    rivals: Sequence[Agenda] = ()

    def release(self, new: NewRelease, tell: Tell) -> ReleasedRow | None:
        if self.rivals:
            rival, *self.rivals = self.rivals
            quiet = replace(new.agenda, agenda=rival, quiet=True)
            super().release(replace(new, agenda=quiet, draft=None), tell)
        return super().release(new, tell)


def test_host_who_is_not_the_fastest_changes_the_newest_agenda(tmp_path: Path) -> None:
    class Twice(Contested):
        rivals = (TO_NOBEL(AGENDA), LATER(TO_NOBEL(AGENDA)))

    desk = ReleaseDesk(tmp_path, rows=Twice)
    dinner = partial(cancelled, session_id="dinner")
    assert desk.releases.release_now(HOST, dinner, "").number == 4
    assert desk.agenda() == dinner(LATER(TO_NOBEL(AGENDA)))


def test_editor_who_is_overtaken_at_the_last_moment_has_to_look_again(tmp_path: Path) -> None:
    class Once(Contested):
        rivals = (TO_NOBEL(AGENDA),)

    desk = ReleaseDesk(tmp_path, rows=Once)
    desk.drafts.edit(OLA, LATER, "")
    with pytest.raises(DraftMoved) as caught:
        desk.release()
    assert (caught.value.view.draft.base, desk.agenda()) == (2, TO_NOBEL(AGENDA))
    assert caught.value.view.after == both(AGENDA)


def test_whoever_follows_a_session_is_told_and_nobody_off_the_list(tmp_path: Path) -> None:
    gone = Person("gus", "Gus Lie", sessions=("funding",))
    desk = ReleaseDesk(tmp_path, ADA, BO, CLEO, DAN, gone)
    desk.people.replace_list((ADA, BO, CLEO, DAN))
    row = desk.people.by_key(CLEO.key)
    assert row is not None
    desk.people.follow(row.person_id, "funding", follows=True)
    desk.drafts.edit(OLA, LATER, "")
    desk.release()
    assert sorted(said(desk, 2)) == ["Ada Vik", "Cléo Roy"]


def test_tap_between_question_and_answer_is_not_lost(tmp_path: Path) -> None:
    """People are asked within the transaction: whoever follows a session meanwhile waits."""

    class Watched(ReleaseRows):
        def release(self, new: NewRelease, tell: Tell) -> ReleasedRow | None:
            def ask(rows: Sequence[CandidateRow]) -> object:
                with self._engine.connect() as other:
                    other.exec_driver_sql("PRAGMA busy_timeout = 0")
                    with pytest.raises(Exception, match="locked"):
                        other.exec_driver_sql("DELETE FROM sessions_of_people")
                    other.exec_driver_sql("PRAGMA busy_timeout = 30000")
                return tell(rows)

            return super().release(new, ask)  # type: ignore[arg-type]

    desk = ReleaseDesk(tmp_path, rows=Watched)
    desk.drafts.edit(OLA, LATER, "")
    assert desk.release().told == 1


def test_notice_is_not_after_the_last_of_its_sessions(desk: ReleaseDesk) -> None:
    desk.clock.move(minutes=-90)
    desk.drafts.edit(OLA, partial(cancelled, session_id="lunch"), "")
    desk.release()
    [(urgency, until, people, _)] = facts(desk, 2)
    assert (urgency, people) == (Urgency.URGENT, 4)
    assert until == at(11, "14:00").astimezone(UTC)
    assert desk.clock.now() + timedelta(hours=2, minutes=30) == until


def test_new_chair_of_a_session_that_moves_is_told_of_both(desk: ReleaseDesk) -> None:
    def change(agenda: Agenda) -> Agenda:
        chaired = [
            replace(each, chairs=("bo",)) if each.session_id == "funding" else each
            for each in moved(agenda, "funding", "munch").sessions
        ]
        return replace(agenda, sessions=tuple(chaired))

    desk.drafts.edit(OLA, change, "Funding: Munch, chaired by Bo")
    desk.release()
    tasks = {name: said.lines[0].tasks for name, (_, said) in desk.told(2).items()}
    assert tasks == {"Ada Vik": False, "Bo Ek": True}
