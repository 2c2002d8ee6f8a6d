"""A release, and the versions before it."""

from dataclasses import replace

import pytest

from bot.releasing import released_text
from bot.wording import Words
from meeting.delivery import State
from services.releases import Released
from tests.bot.releasing.versions import LINE, OLD
from tests.bot.releasing.views import ENGLISH, FRENCH, MONDAY

DONE = Released(5, 31, 0, quiet=False, name="")


@pytest.mark.parametrize(
    ("words", "done", "said"),
    [
        (ENGLISH, DONE, "Released as version 5 at 14:02: 31 people are being told."),
        (ENGLISH, replace(DONE, told=1), "Released as version 5 at 14:02: 1 person is being told."),
        (
            ENGLISH,
            replace(DONE, not_linked=6, unreachable=1),
            "Released as version 5 at 14:02: 31 people are being told. "
            "Not reached: 6 who have never opened the bot, 1 who has blocked the bot.",
        ),
        (
            ENGLISH,
            replace(DONE, told=0, not_linked=1),
            "Released as version 5 at 14:02. Not reached: 1 who has never opened the bot.",
        ),
        (
            ENGLISH,
            replace(DONE, told=0),
            "Released as version 5 at 14:02. Nobody needed to be told.",
        ),
        (
            ENGLISH,
            replace(DONE, told=0, quiet=True),
            "Released quietly as version 5 at 14:02. "
            "Nobody is told; the agenda and all cards show it.",
        ),
        (FRENCH, DONE, "Publié à 14:02, version 5\u202f: 31 personnes en sont prévenues."),
    ],
)
def test_release_in_one_message(words: Words, done: Released, said: str) -> None:
    assert released_text.released(words, done, "14:02") == said


def test_how_it_goes_counts_everybody_once() -> None:
    assert released_text.standing(ENGLISH, LINE, MONDAY) == (
        "<b>Version 5</b> · 14:02 · holds now\n"
        "30 delivered · 1 on the way · 1 doubtful (the network broke off; it may or may not have "
        "arrived) · 6 have never opened the bot"
    )
    assert released_text.standing(ENGLISH, OLD, MONDAY) == (
        "<b>Version 4</b> · Sun 10 09:00\nReleased quietly: nobody was told."
    )


def test_every_state_of_a_message_is_told() -> None:
    told = [state for states in released_text.STANDING for state in states]
    assert sorted(told) == sorted(State)


def test_those_who_were_not_reached_stand_by_why() -> None:
    people = [
        ("Ada", State.SENT), ("Bo", State.NOT_LINKED), ("Cy", State.BLOCKED), ("Di", State.PENDING),
        ("Ed", State.CANCELLED), ("Fay", State.NOT_LINKED),
    ]  # fmt: skip
    assert released_text.missed(ENGLISH, 5, people) == [
        "<b>Version 5: who was not reached</b>: 3\n"
        "\n<i>Have never opened the bot</i>\n• Bo\n• Fay\n"
        "\n<i>Blocked the bot</i>\n• Cy"
    ]
    assert released_text.missed(ENGLISH, 5, people[:1]) == [
        "<b>Version 5: who was not reached</b>: 0\nNobody is left here."
    ]


@pytest.mark.parametrize(("state", "missed"), [(State.BLOCKED, True), (State.CANCELLED, False)])
def test_whoever_a_newer_version_tells_was_not_missed(state: State, missed: bool) -> None:
    assert released_text.has_missed({State.SENT: 3, state: 1}) is missed
