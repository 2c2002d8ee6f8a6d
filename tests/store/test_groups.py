"""Proposals and wishes as rows, and a release that is whole or not at all."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from meeting.agenda import Agenda
from meeting.delivery import Urgency
from meeting.notices import GroupNoun, NoticeKind
from meeting.people import Person
from store.agendas import Agendas
from store.blocks import BlockRow
from store.group_release import GroupRelease, GroupReleases
from store.groups import GroupRows, NewProposal
from store.living_cards import CardKind, CardRow, LivingCardRows, Shown
from store.notices import NewNotice, Notices
from store.people import PeopleRows
from store.wishes import WishRows

NOON = datetime(2030, 5, 6, 12, 0, tzinfo=UTC)
NEW = NewProposal("A", {1: "s1", 2: "s2"}, frozenset({2}), 1, 7, 0.25)


@pytest.fixture
def rows(engine: Engine) -> GroupRows:
    people = [Person("anna", "Anna", sessions=("s2", "other")), Person("bo", "Bo")]
    PeopleRows(engine).replace_list(people)
    Agendas(engine).add(Agenda("Europe/Oslo"), "", NOON)
    return GroupRows(engine)


def assigned(engine: Engine) -> dict[str, Sequence[str]]:
    return {row.person.key: row.person.sessions for row in PeopleRows(engine).everybody()}


def release_of(rows: GroupRows, **changes: object) -> GroupRelease:
    proposal = rows.proposal("A")
    assert proposal
    noun, until = GroupNoun("s1", "A"), NOON + timedelta(days=1)
    notice = NewNotice("group:1:s1", noun, Urgency.ROUTINE, until, cause=1, author=7)
    release = GroupRelease(proposal, 0, 1, ("s1", "s2"), NEW.of, ((notice, (1,)),), (1,))
    return replace(release, **changes)  # type: ignore[arg-type]


def test_proposal_comes_back_as_it_was_put(rows: GroupRows) -> None:
    assert rows.put(NEW, None, NOON)
    found = rows.proposal("A")
    assert found
    assert (found.made, found.revision, found.created_at) == (NEW, 1, NOON)
    assert rows.proposal("B") is None


def test_proposal_is_replaced_only_as_it_was_looked_at(rows: GroupRows) -> None:
    rows.put(NEW, None, NOON)
    first, other = rows.proposal("A"), replace(NEW, of={1: "s2"})
    assert first
    assert not rows.put(other, None, NOON)
    assert rows.put(other, first, NOON)
    assert not rows.put(NEW, first, NOON)
    assert not rows.discard(first)
    second = rows.proposal("A")
    assert second
    assert (second.made, second.proposal_id, second.revision) == (other, first.proposal_id, 2)
    assert rows.discard(second)
    assert rows.proposals() == {}


def test_release_replaces_assignments_and_tells_in_one_go(engine: Engine, rows: GroupRows) -> None:
    rows.put(NEW, None, NOON)
    assert GroupReleases(engine).release(release_of(rows), NOON)
    assert assigned(engine) == {"anna": ("other", "s1"), "bo": ("s2",)}
    assert (rows.proposal("A"), rows.block("A")) == (None, BlockRow(0, None, 1, NOON))
    heard = Notices(engine).heard(NoticeKind.GROUP, 1)
    assert [each.name for each in heard] == ["Anna"]


@pytest.mark.parametrize(
    "changes", [{"number": 2}, {"before": 1}, {"session_ids": (), "number": 0}]
)
def test_release_of_what_was_not_looked_at_changes_nothing(
    engine: Engine, rows: GroupRows, changes: dict[str, object]
) -> None:
    rows.put(NEW, None, NOON)
    before = assigned(engine)
    assert not GroupReleases(engine).release(release_of(rows, **changes), NOON)
    assert (assigned(engine), rows.block("A")) == (before, BlockRow())
    assert rows.proposal("A")
    assert Notices(engine).heard(NoticeKind.GROUP, 1) == ()


def test_release_of_a_proposal_that_is_gone_changes_nothing(
    engine: Engine, rows: GroupRows
) -> None:
    rows.put(NEW, None, NOON)
    release = release_of(rows)
    rows.discard(release.proposal)
    assert not GroupReleases(engine).release(release, NOON)
    assert rows.block("A") == BlockRow()


def test_day_of_whoever_moves_is_out_of_date(engine: Engine, rows: GroupRows, chat: int) -> None:
    PeopleRows(engine).link(1, chat)
    cards, shown = LivingCardRows(engine), Shown(CardKind.DAY, 1, day=NOON.date())
    cards.put(CardRow(chat, 5, shown))
    rows.put(NEW, None, NOON)
    GroupReleases(engine).release(release_of(rows), NOON)
    assert [(card.message_id, card.shown.number) for card in cards.old(1, 9)] == [(5, 0)]


def test_people_are_asked_once_for_each_time(engine: Engine, rows: GroupRows) -> None:
    releases, noun = GroupReleases(engine), GroupNoun("s1", "A")
    notice = NewNotice("k", noun, Urgency.ROUTINE, NOON + timedelta(days=1))
    asked = [releases.ask("A", before, notice, (1,), NOON) for before in (0, 0, 1)]
    assert asked == [True, False, True]
    assert rows.blocks() == {"A": BlockRow(2, NOON, 0, None)}


def test_wishes_keep_their_order_and_belong_to_sessions(engine: Engine, rows: GroupRows) -> None:
    wishes = WishRows(engine)
    wishes.put(1, ("s2", "s1"), ("s1", "s2"))
    wishes.put(1, ("x1",), ("x1", "x2"))
    wishes.put(2, ("s1",), ("s1", "s2"))
    assert wishes.among(("s1", "s2")) == {1: ("s2", "s1"), 2: ("s1",)}
    wishes.put(1, (), ("s1", "s2"))
    assert (wishes.of(1, ("s1", "s2")), wishes.of(1, ("x1", "x2"))) == ((), ("x1",))
    assert wishes.among(("s1", "s2", "x1")) == {1: ("x1",), 2: ("s1",)}
