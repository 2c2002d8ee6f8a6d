"""What joins a draft of the agenda, what its editor sees of it, and who was faster."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from meeting.agenda import Agenda, ordered
from meeting.changes import RoomClosed
from meeting.edits import cancelled, moved, renamed, retimed
from meeting.formats.ical import write_calendar
from meeting.formats.problems import Severity
from meeting.formats.workbook_out import write_workbook
from meeting.matching import Match
from meeting.people import Person
from meeting.release_warnings import DropsAll, HasBegun, OverCapacity, RoomClash
from services.agenda_drafts import Awaited, DraftView, Source, SourceKind, Wanted
from services.draft_views import Faster
from services.errors import AgendaDraftGone, DraftMoved, NothingChanges, NotThere
from tests.services.release_desk import AGENDA, EVA, OLA, ReleaseDesk
from tests.services.writing_desk import ADA, BO, CLEO, DAN
from tests.two_days import FUNDING, LUNCH, OSLO, PEACE, at

TO_NOBEL = partial(moved, session_id="peace", room_id="nobel")
LATER = partial(retimed, session_id="funding", starts=at(11, "16:00"), ends=at(11, "17:15"))


@pytest.fixture
def desk(tmp_path: Path) -> ReleaseDesk:
    return ReleaseDesk(tmp_path)


def told(view: DraftView) -> dict[str, list[str]]:
    return {one.name: [line.session_id for line in one.lines] for one in view.told}


def workbook(change: Callable[[Agenda], Agenda] = lambda agenda: agenda) -> bytes:
    return write_workbook(change(AGENDA))


def with_ids(agenda: Agenda, **ids: str) -> Agenda:
    sessions = (replace(s, session_id=ids.get(s.session_id, s.session_id)) for s in agenda.sessions)
    return replace(agenda, sessions=ordered(sessions))


def test_file_shows_what_changes_and_who_would_be_told(desk: ReleaseDesk) -> None:
    uploaded = desk.drafts.upload(OLA, workbook(lambda a: LATER(TO_NOBEL(a))), "agenda v2.xlsx")
    view = uploaded.view
    assert view is not None
    assert (uploaded.sessions, view.draft.base, view.faster) == (6, 1, None)
    assert view.draft.sources == (Source(SourceKind.FILE, "agenda v2.xlsx"),)
    assert [line.session_id for line in view.lines] == ["peace", "funding"]
    assert (view.before, view.after) == (AGENDA, LATER(TO_NOBEL(AGENDA)))
    assert told(view) == {
        "Ada Vik": ["peace", "funding"], "Bo Ek": ["peace"], "Cléo Roy": ["peace"],
        "Dan Moe": ["peace"],
    }  # fmt: skip
    assert view.counts == {"peace": 4, "funding": 1}
    assert [(one.name, one.linked, one.reachable) for one in view.told] == [
        ("Ada Vik", True, True), ("Bo Ek", False, False), ("Cléo Roy", True, True),
        ("Dan Moe", False, False),
    ]  # fmt: skip
    assert view.not_linked == 2


def test_config_line_keeps_changes_for_all_to_those_with_a_part(tmp_path: Path) -> None:
    view = ReleaseDesk(tmp_path, everybody=False).drafts.edit(OLA, TO_NOBEL, "")
    assert told(view) == {"Ada Vik": ["peace"], "Bo Ek": ["peace"]}


def test_file_without_a_change_makes_no_draft(desk: ReleaseDesk) -> None:
    uploaded = desk.drafts.upload(OLA, workbook(), "agenda.xlsx")
    assert (uploaded.view, uploaded.sessions) == (None, 6)
    assert desk.drafts.current(OLA) is None


def test_file_with_the_rooms_in_another_order_changes_nothing(desk: ReleaseDesk) -> None:
    turned = replace(AGENDA, rooms=AGENDA.rooms[::-1])
    assert desk.drafts.upload(OLA, write_workbook(turned), "agenda.xlsx").view is None


def test_half_saved_workbook_changes_nothing(desk: ReleaseDesk) -> None:
    whole = workbook(TO_NOBEL)
    uploaded = desk.drafts.upload(OLA, whole[: len(whole) // 2], "agenda.xlsx")
    assert [problem.severity for problem in uploaded.problems] == [Severity.ERROR]
    assert (uploaded.view, desk.drafts.current(OLA)) == (None, None)


def test_half_saved_workbook_leaves_the_draft_as_it_is(desk: ReleaseDesk) -> None:
    before = desk.drafts.edit(OLA, TO_NOBEL, "Peace to Nobel")
    assert desk.drafts.upload(OLA, workbook()[:900], "agenda.xlsx").view is None
    assert desk.drafts.current(OLA) == before


def test_any_format_can_be_sent(desk: ReleaseDesk) -> None:
    view = desk.drafts.upload(OLA, write_calendar(TO_NOBEL(AGENDA), "Oslo"), "a.ics").view
    assert view is not None
    assert "peace" in [line.session_id for line in view.lines]


def test_new_ids_are_matched_and_shown(desk: ReleaseDesk) -> None:
    ids = partial(with_ids, funding="s-17")
    view = desk.drafts.upload(OLA, workbook(lambda a: ids(TO_NOBEL(a))), "agenda.xlsx").view
    assert view is not None
    assert view.matches == (Match("funding", "s-17", FUNDING.title),)
    assert [line.session_id for line in view.lines] == ["peace"]


def test_file_that_only_renames_ids_changes_nothing(desk: ReleaseDesk) -> None:
    data = workbook(partial(with_ids, funding="s-17", peace="s-16"))
    assert desk.drafts.upload(OLA, data, "agenda.xlsx").view is None


def test_file_that_drops_all_sessions_is_warned_of(desk: ReleaseDesk) -> None:
    only = replace(AGENDA, sessions=(replace(LUNCH, session_id="x", title="Nothing else"),))
    view = desk.drafts.upload(OLA, write_workbook(only), "wrong.xlsx").view
    assert view is not None
    assert view.warnings[0] == DropsAll(6)


def test_changes_join_the_draft_that_is_there(desk: ReleaseDesk) -> None:
    first = desk.drafts.edit(OLA, TO_NOBEL, "Peace to Nobel")
    second = desk.drafts.upload(OLA, workbook(LATER), "agenda v2.xlsx").view
    assert second is not None
    third = desk.drafts.edit(OLA, partial(cancelled, session_id="dinner"), "Dinner off")
    assert [view.draft.draft_id for view in (second, third)] == [first.draft.draft_id] * 2
    assert [view.draft.revision for view in (first, second, third)] == [1, 2, 3]
    assert third.after == cancelled(LATER(TO_NOBEL(AGENDA)), "dinner")
    assert [source.text for source in third.draft.sources] == [
        "Peace to Nobel", "agenda v2.xlsx", "Dinner off",
    ]  # fmt: skip
    assert third.draft.title == "Peace to Nobel · agenda v2.xlsx · Dinner off"


def test_file_sent_twice_joins_once(desk: ReleaseDesk) -> None:
    once = desk.drafts.upload(OLA, workbook(TO_NOBEL), "agenda.xlsx").view
    assert desk.drafts.upload(OLA, workbook(TO_NOBEL), "agenda.xlsx").view == once


def test_corrected_file_can_take_back_what_the_wrong_one_brought(desk: ReleaseDesk) -> None:
    desk.drafts.upload(OLA, workbook(lambda a: LATER(TO_NOBEL(a))), "wrong.xlsx")
    desk.drafts.edit(OLA, partial(cancelled, session_id="dinner"), "Dinner")
    both = desk.drafts.upload(OLA, workbook(LATER), "right.xlsx").view
    assert both is not None
    assert (both.after, both.stays) == (cancelled(LATER(TO_NOBEL(AGENDA)), "dinner"), 1)
    draft = both.draft
    view = desk.drafts.only_file(OLA, draft.draft_id, draft.revision)
    assert (view.after, view.stays) == (cancelled(LATER(AGENDA), "dinner"), 0)
    assert [source.text for source in view.draft.sources] == ["Dinner", "right.xlsx"]
    with pytest.raises(DraftMoved):
        desk.drafts.only_file(OLA, draft.draft_id, draft.revision)


def test_edit_that_changes_nothing_is_refused(desk: ReleaseDesk) -> None:
    with pytest.raises(NothingChanges):
        desk.drafts.edit(OLA, partial(moved, session_id="peace", room_id="fram"), "")
    assert desk.drafts.current(OLA) is None


def test_draft_that_is_edited_back_is_empty(desk: ReleaseDesk) -> None:
    desk.drafts.edit(OLA, TO_NOBEL, "")
    view = desk.drafts.edit(OLA, partial(moved, session_id="peace", room_id="fram"), "")
    assert (view.is_empty, view.lines, view.told) == (True, (), ())


def test_error_of_an_edit_changes_nothing(desk: ReleaseDesk) -> None:
    before = desk.drafts.edit(OLA, TO_NOBEL, "")
    backwards = partial(LATER, ends=at(11, "15:00"))
    with pytest.raises(ValueError, match="ends before"):
        desk.drafts.edit(OLA, backwards, "")
    assert desk.drafts.current(OLA) == before


def test_draft_outlives_the_run_that_it_was_begun_in(tmp_path: Path) -> None:
    before = ReleaseDesk(tmp_path).drafts.edit(OLA, TO_NOBEL, "Peace to Nobel")
    after = ReleaseDesk(tmp_path, agenda=Agenda("Europe/Oslo")).drafts
    assert after.view(OLA, before.draft.draft_id) == before


def test_edit_begins_with_the_draft_or_with_what_holds(desk: ReleaseDesk) -> None:
    assert (desk.drafts.working(OLA).agenda, desk.drafts.current(OLA)) == (AGENDA, None)
    view = desk.drafts.edit(OLA, TO_NOBEL, "")
    assert desk.drafts.working(OLA) == view.draft


def test_each_chat_has_its_own_draft(desk: ReleaseDesk) -> None:
    theirs = desk.drafts.edit(EVA, TO_NOBEL, "")
    assert desk.drafts.current(OLA) is None
    with pytest.raises(AgendaDraftGone):
        desk.drafts.view(OLA, theirs.draft.draft_id)


def test_somebody_faster_is_seen_with_the_draft_on_their_version(desk: ReleaseDesk) -> None:
    mine = desk.drafts.edit(OLA, LATER, "Funding later")
    desk.drafts.edit(EVA, TO_NOBEL, "Peace to Nobel")
    desk.clock.move(minutes=1)
    desk.release(EVA)
    view = desk.drafts.view(OLA, mine.draft.draft_id)
    at_one = desk.clock.now().astimezone(OSLO)
    assert view.faster == Faster(number=2, author="Eva", at=at_one, changes=1)
    assert (view.draft.base, view.draft.revision) == (2, 2)
    assert (view.before, view.after) == (TO_NOBEL(AGENDA), LATER(TO_NOBEL(AGENDA)))
    assert [line.session_id for line in view.lines] == ["funding"]
    assert desk.drafts.current(OLA) == view  # also when it is looked at again


def test_faster_ones_with_the_same_leave_an_empty_draft(desk: ReleaseDesk) -> None:
    for person in (OLA, EVA):
        desk.drafts.edit(person, TO_NOBEL, "Peace to Nobel")
    desk.release(EVA)
    view = desk.drafts.current(OLA)
    assert view is not None
    assert (view.is_empty, view.faster is not None) == (True, True)


def test_what_both_changed_ends_as_the_draft_says(desk: ReleaseDesk) -> None:
    desk.drafts.edit(OLA, partial(moved, session_id="peace", room_id="munch"), "")
    desk.drafts.edit(EVA, TO_NOBEL, "")
    desk.release(EVA)
    view = desk.drafts.current(OLA)
    assert view is not None
    [line] = view.lines
    assert (line.before and line.before.room, line.after and line.after.room) == ("nobel", "munch")


def test_agenda_from_the_terminal_is_faster_too(desk: ReleaseDesk) -> None:
    desk.drafts.edit(OLA, LATER, "")
    desk.agendas.add(TO_NOBEL(AGENDA), "from the terminal", desk.clock.now())
    view = desk.drafts.current(OLA)
    assert view is not None
    assert view.faster is not None
    assert (view.faster.number, view.faster.author) == (2, "")


def test_older_version_becomes_the_draft(desk: ReleaseDesk) -> None:
    desk.drafts.edit(OLA, TO_NOBEL, "")
    desk.release()
    desk.drafts.edit(OLA, LATER, "")
    view = desk.drafts.restore(OLA, 1)
    assert (view.before, view.after) == (TO_NOBEL(AGENDA), AGENDA)
    assert view.draft.sources == (Source(SourceKind.VERSION, "", 1),)
    assert desk.drafts.current(OLA) == view


@pytest.mark.parametrize(("number", "error"), [(9, NotThere), (1, NothingChanges)])
def test_version_that_is_none_or_holds_cannot_be_restored(
    desk: ReleaseDesk, number: int, error: type[Exception]
) -> None:
    before = desk.drafts.edit(OLA, TO_NOBEL, "")
    with pytest.raises(error):
        desk.drafts.restore(OLA, number)
    assert desk.drafts.current(OLA) == before


def test_message_is_awaited_until_something_joins(desk: ReleaseDesk) -> None:
    time = Awaited(Wanted.TIME, "peace")
    desk.drafts.await_(OLA, time)
    assert (desk.drafts.awaits(OLA), desk.drafts.awaits(EVA)) == (time, None)
    assert desk.drafts.current(OLA) is None  # a question alone is no draft
    desk.drafts.edit(OLA, TO_NOBEL, "")
    assert desk.drafts.awaits(OLA) is None


def test_message_awaited_before_anybody_released_makes_nobody_faster(desk: ReleaseDesk) -> None:
    desk.drafts.await_(OLA, Awaited(Wanted.TIME, "funding"))
    desk.drafts.edit(EVA, TO_NOBEL, "")
    desk.release(EVA)
    assert desk.drafts.edit(OLA, LATER, "").faster is None


def test_nothing_is_awaited_without_a_draft(desk: ReleaseDesk) -> None:
    desk.drafts.await_(OLA, None)
    assert desk.drafts.awaits(OLA) is None
    desk.drafts.await_(OLA, Awaited(Wanted.NAME))
    desk.drafts.await_(OLA, None)
    assert desk.drafts.awaits(OLA) is None


def test_name_and_note_are_kept_and_the_buttons_stay_good(desk: ReleaseDesk) -> None:
    before = desk.drafts.edit(OLA, TO_NOBEL, "Peace to Nobel").draft
    draft = desk.drafts.describe(OLA, before.draft_id, " Nobel\nit is ", "Fram is flooded.").draft
    assert (draft.name, draft.title, draft.note) == ("Nobel it is",) * 2 + ("Fram is flooded.",)
    assert draft.revision == before.revision
    plain = desk.drafts.describe(OLA, before.draft_id, "", " ").draft
    assert (plain.name, plain.title, plain.note) == (None, "Peace to Nobel", None)


def test_discarded_draft_is_gone(desk: ReleaseDesk) -> None:
    draft_id = desk.drafts.edit(OLA, TO_NOBEL, "").draft.draft_id
    desk.drafts.discard(OLA, draft_id)
    desk.drafts.discard(OLA, draft_id)
    with pytest.raises(AgendaDraftGone):
        desk.drafts.view(OLA, draft_id)
    with pytest.raises(AgendaDraftGone):
        desk.drafts.describe(OLA, draft_id, "a", "b")
    assert desk.drafts.edit(OLA, TO_NOBEL, "").draft.draft_id != draft_id


def test_first_agenda_can_be_a_draft(tmp_path: Path) -> None:
    desk = ReleaseDesk(tmp_path, agenda=Agenda("Europe/Oslo"))
    view = desk.drafts.upload(OLA, workbook(), "agenda.xlsx").view
    assert view is not None
    assert (view.draft.base, view.after, len(view.lines)) == (0, AGENDA, 6)
    assert desk.release().number == 1


def test_room_with_too_few_seats_is_named_before_release(tmp_path: Path) -> None:
    rooms = tuple(replace(room, capacity=1) for room in AGENDA.rooms)
    full = replace(AGENDA, rooms=rooms)
    extra = Person("eli", "Eli Moe", sessions=("funding", "police"))
    desk = ReleaseDesk(tmp_path, ADA, BO, CLEO, DAN, extra, agenda=full)
    peace = desk.drafts.edit(OLA, TO_NOBEL, "").warnings
    assert [(w.session.session_id, w.expected) for w in peace if isinstance(w, OverCapacity)] == [
        ("peace", 5)
    ]
    both = partial(moved, session_id="funding", room_id="munch")
    warnings = desk.drafts.edit(OLA, both, "").warnings
    assert ("funding", 2) in [
        (w.session.session_id, w.expected) for w in warnings if isinstance(w, OverCapacity)
    ]
    assert [
        (w.first.session_id, w.second.session_id) for w in warnings if isinstance(w, RoomClash)
    ] == [("funding", "police")]


def test_change_to_a_session_that_has_begun_is_named(desk: ReleaseDesk) -> None:
    view = desk.drafts.edit(OLA, partial(moved, session_id="lunch", room_id="munch"), "")
    assert [type(warning) for warning in view.warnings] == [HasBegun]


def test_room_that_closes_is_shown_and_told_to_everyone_in_it(tmp_path: Path) -> None:
    desk = ReleaseDesk(tmp_path, everybody=False)

    def closed(agenda: Agenda) -> Agenda:
        rooms = tuple(room for room in agenda.rooms if room.room_id != "fram")
        return moved(moved(replace(agenda, rooms=rooms), "peace", "nobel"), "closing", "munch")

    view = desk.drafts.edit(OLA, closed, "Fram is closed")
    assert view.room_changes == (RoomClosed(AGENDA.rooms[0]),)
    assert view.counts == {"peace": 4, "closing": 4}


def test_renaming_is_told(desk: ReleaseDesk) -> None:
    view = desk.drafts.edit(OLA, partial(renamed, session_id="funding", title="Funds"), "")
    assert told(view) == {"Ada Vik": ["funding"]}
    assert PEACE in view.after.sessions
