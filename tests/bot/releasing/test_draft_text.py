"""A draft as its editor reads it before the release."""

from dataclasses import replace

import pytest

from bot.releasing import draft_text
from bot.render import LONGEST, units
from bot.wording import Words
from meeting.agenda import Agenda, ordered
from meeting.agenda_drafts import Source, SourceKind
from meeting.matching import Match
from meeting.release_warnings import DropsAll
from services.agenda_drafts import Faster
from tests.bot.handlers.changing import changed
from tests.bot.releasing.views import ENGLISH, FRENCH, MONDAY, told, view
from tests.two_days import AGENDA, at, session

BOTH = changed(
    "funding",
    changed("peace", AGENDA, room="nobel"),
    starts=at(11, "16:00"),
    ends=at(11, "17:15"),
)
LINES = (
    "1. <i>Peace processes: how inclusive?</i> Fram → <b>Nobel</b>, 14:00 unchanged\n"
    "2. <i>Funding early recovery</i> 15:45 → <b>16:00</b>, Nobel unchanged"
)
PEACE, FUNDING = view(BOTH).lines
PEOPLE = (
    told("Ada", PEACE, FUNDING),
    told("Bo", PEACE, linked=False),
    told("Cy", FUNDING, reachable=False),
)


def many(count: int, title: str = "Talk") -> Agenda:
    """An agenda of one day with so many sessions."""
    sessions = [session(f"s{n:03}", f"{title} {n}", 11, "08:00", "09:00") for n in range(count)]
    return Agenda("Europe/Oslo", ordered(sessions))


def test_changes_warnings_and_who_would_be_told() -> None:
    shown = view(BOTH, people=PEOPLE, warnings=[DropsAll(4)])
    assert draft_text.view(ENGLISH, shown, MONDAY, "I read 6 sessions.") == (
        "I read 6 sessions. Compared with version 4, 2 things change:\n"
        f"{LINES}\n\n"
        "⚠ All 4 sessions that are still to come would be cancelled.\n\n"
        "<b>3 people</b> would be told (2 + 2, 1 is in both). "
        "1 of them has never opened the bot. 1 of them has blocked the bot."
    )


def test_the_same_in_french() -> None:
    assert draft_text.view(FRENCH, view(BOTH, people=PEOPLE), MONDAY) == (
        "Par rapport à la version 4, il y a 2 changements\u202f:\n"
        "1. <i>Peace processes: how inclusive?</i> Fram → <b>Nobel</b>, toujours à 14:00\n"
        "2. <i>Funding early recovery</i> 15:45 → <b>16:00</b>, toujours\u202f: Nobel\n\n"
        "<b>3 personnes</b> à prévenir (2 + 2, dont 1 pour les deux). "
        "1 d’entre elles n’a jamais ouvert le bot. 1 d’entre elles a bloqué le bot."
    )


def test_of_more_than_two_changes_each_line_has_its_number() -> None:
    third = changed("closing", BOTH, room="munch")
    lines = view(third).lines
    shown = view(third, people=[told("Ada", *lines), told("Bo", lines[2])])
    assert draft_text.view(ENGLISH, shown, MONDAY).endswith(
        "Nobel unchanged · tells 1\n"
        "3. <i>Closing</i> Fram → <b>Munch</b>, Tue 12 09:00 unchanged · tells 2\n\n"
        "<b>2 people</b> would be told."
    )


def test_what_joined_and_what_it_is_called_is_told() -> None:
    sources = (
        Source(SourceKind.FILE, "new.xlsx"),
        Source(SourceKind.EDIT, "Peace: Nobel"),
        Source(SourceKind.VERSION, "", 2),
    )
    shown = view(BOTH, sources=sources, name="Nobel <it is>", note="Fram is dark.")
    assert draft_text.view(ENGLISH, shown, MONDAY, "Read.") == (
        "Read.\nIn this draft: new.xlsx + Peace: Nobel + version 2\n"
        f"Compared with version 4, 2 things change:\n{LINES}\n\n"
        "Nobody would be told.\n\n"
        "<b>Name:</b> Nobel &lt;it is&gt;\n<b>Note:</b> Fram is dark."
    )


def test_who_was_faster_stands_above_all() -> None:
    faster = Faster(4, "Ingrid", at(11, "13:50"), 2)
    assert draft_text.view(ENGLISH, view(BOTH, faster=faster), MONDAY).split("\n")[0] == (
        "<b>Ingrid was faster:</b> version 4 was released at 13:50 (2 changes). "
        "What you see here is built on it."
    )
    terminal = replace(faster, author="", changes=1)
    assert draft_text.view(ENGLISH, view(BOTH, faster=terminal), MONDAY).split("\n")[0] == (
        "<b>A new file was faster:</b> version 4 came in at 13:50 (1 change). "
        "What you see here is built on it."
    )


def test_new_ids_are_told() -> None:
    match = Match("peace", "p1", "Peace")
    said = draft_text.view(ENGLISH, view(BOTH, matches=[match]), MONDAY)
    assert "1 session has a new id; I know it by its title and time." in said.split("\n")


def test_draft_that_changes_nothing_says_so() -> None:
    assert draft_text.view(ENGLISH, view(AGENDA), MONDAY) == (
        "Nothing is different from version 4, which holds now."
    )


def test_first_agenda_is_compared_with_nothing() -> None:
    shown = view(many(1), Agenda("Europe/Oslo"), base=0)
    assert draft_text.view(ENGLISH, shown, MONDAY).split("\n")[:2] == [
        "This would be the first agenda:", "1. <i>Talk 0</i> · new, 08:00–09:00, no room",
    ]  # fmt: skip


@pytest.mark.parametrize("words", [ENGLISH, FRENCH], ids=["en", "fr"])
@pytest.mark.parametrize("title", ["Talk", "🕊" * 300, "&" * 300])
def test_long_list_is_cut_below_the_limit_and_whole_on_pages(words: Words, title: str) -> None:
    shown = view(many(200, title), warnings=[DropsAll(4)] * 30, before=Agenda("Europe/Oslo"))
    said = draft_text.view(words, shown, MONDAY, "Read.")
    assert units(said) <= LONGEST
    assert draft_text.is_cut(words, shown, MONDAY)
    pages = draft_text.all_pages(words, shown, MONDAY)
    assert max(map(units, pages)) <= LONGEST
    lines = [line for page in pages for line in page.split("\n") if line[:1].isdigit()]
    assert lines == draft_text.changes(words, shown, MONDAY)


def test_twenty_changes_and_eight_warnings_are_shown() -> None:
    shown = view(many(21), before=Agenda("Europe/Oslo"), warnings=[DropsAll(4)] * 9)
    lines = draft_text.view(ENGLISH, shown, MONDAY).split("\n")
    assert (lines[21], lines[31]) == ("… and 1 more", "⚠ … and 1 more of these")
    few = view(many(20), before=Agenda("Europe/Oslo"), warnings=[DropsAll(4)] * 8)
    assert not draft_text.is_cut(ENGLISH, few, MONDAY)


def test_all_changes_are_wanted_where_long_titles_leave_no_room() -> None:
    few = view(many(19, "🕊" * 300), before=Agenda("Europe/Oslo"))
    assert draft_text.is_cut(ENGLISH, few, MONDAY)
