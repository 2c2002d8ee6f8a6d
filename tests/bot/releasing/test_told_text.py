"""Who would be told of a release, and of what."""

import pytest

from bot.releasing import told_text
from services.agenda_drafts import Told
from tests.bot.handlers.changing import changed
from tests.bot.releasing.views import ENGLISH, told, view
from tests.two_days import AGENDA, at

BOTH = changed(
    "funding",
    changed("peace", AGENDA, room="nobel"),
    starts=at(11, "16:00"),
    ends=at(11, "17:15"),
)
PEACE, FUNDING = view(BOTH).lines
PEOPLE = (
    told("Ada", PEACE, FUNDING),
    told("Bo", PEACE, linked=False),
    told("Cy", FUNDING, reachable=False),
)


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ((), "Nobody would be told."),
        ((told("Ada", PEACE),), "<b>1 person</b> would be told."),
        (
            (told("Ada", PEACE), told("Bo", FUNDING)),
            "<b>2 people</b> would be told (1 + 1).",
        ),
        (
            tuple(told(name, PEACE, FUNDING) for name in "AB"),
            "<b>2 people</b> would be told (2 + 2, 2 are in both).",
        ),
    ],
)
def test_how_many_would_be_told_of_which(people: tuple[Told, ...], said: str) -> None:
    assert told_text.how_many(ENGLISH, view(BOTH, people=people)) == said


def test_names_have_the_numbers_of_their_changes() -> None:
    assert told_text.names(ENGLISH, view(BOTH, people=PEOPLE)) == [
        "<b>Who would be told:</b> 3 people. In brackets, the numbers of the changes.\n"
        "• Ada (1, 2)\n"
        "• Bo (1) <i>(never opened the bot)</i>\n"
        "• Cy (2) <i>(blocked the bot)</i>"
    ]


def test_names_of_one_change_have_no_numbers_and_are_paged() -> None:
    after = changed("peace", AGENDA, room="nobel")
    (line,) = view(after).lines
    pages = told_text.names(ENGLISH, view(after, people=[told(f"P{n}", line) for n in range(41)]))
    assert len(pages) == 2
    assert pages[1] == "<b>Who would be told:</b> 41 people\n• P40\n\nPage 2 of 2"
