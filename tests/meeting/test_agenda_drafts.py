"""Drafts of the agenda: put on a newer version, joined by more, called by what joined."""

from dataclasses import replace

from meeting.agenda_drafts import AgendaDraft, Awaited, Source, SourceKind, Wanted, joined, rebased
from meeting.edits import cancelled, moved
from meeting.matching import Match
from tests.two_days import AGENDA

EDIT = Source(SourceKind.EDIT, "Dinner off")
DRAFT = AgendaDraft(1, 7, 3, 4, cancelled(AGENDA, "dinner"), (EDIT,))
NEWEST = moved(AGENDA, "peace", "nobel")


def test_draft_on_a_newer_version_has_both_changes() -> None:
    assert rebased(DRAFT, AGENDA, NEWEST, 6) == replace(
        DRAFT, agenda=cancelled(NEWEST, "dinner"), base=6, overtaken=4, revision=4
    )


def test_draft_overtaken_twice_remembers_where_it_began() -> None:
    once = rebased(DRAFT, AGENDA, NEWEST, 5)
    twice = rebased(once, NEWEST, moved(NEWEST, "closing", "nobel"), 6)
    assert (twice.overtaken, twice.base) == (4, 6)


def test_draft_that_nothing_joined_is_not_overtaken() -> None:
    empty = AgendaDraft(1, 7, 0, 4, AGENDA)
    assert rebased(empty, AGENDA, NEWEST, 5) == replace(empty, agenda=NEWEST, base=5, revision=1)


def test_what_joins_ends_the_wait_and_names_each_match_once() -> None:
    match = Match("peace", "s-16", "Peace")
    waiting = replace(DRAFT, awaits=Awaited(Wanted.TIME, "peace"), matches=(match,))
    file = Source(SourceKind.FILE, "agenda.xlsx")
    assert joined(waiting, NEWEST, file, (match,)) == replace(
        DRAFT, agenda=NEWEST, sources=(EDIT, file), matches=(match,), revision=4
    )


def test_release_is_called_by_its_name_or_by_what_joined() -> None:
    assert (DRAFT.title, replace(DRAFT, name="Flood").title) == ("Dinner off", "Flood")
    restored = replace(DRAFT, sources=(Source(SourceKind.VERSION, "", 3),))
    assert restored.title == ""
    many = replace(DRAFT, sources=tuple(replace(EDIT, text=f"Edit number {n}") for n in range(20)))
    assert (len(many.title), many.title[-1]) == (80, "…")
