"""Whom an announcement is for, in words."""

import pytest

from bot.announcing import audience_text
from bot.render import units
from bot.wording import Words
from meeting.audience import Audience, Kind
from services.drafts import Reach
from tests.bot.drafts import ENGLISH, FRENCH, candidate

BOTH = Audience(
    ((Kind.COMMUNITY, "diplomacy"), (Kind.LANGUAGE, "fr"), (Kind.COMMUNITY, "development"))
)


@pytest.mark.parametrize(
    ("words", "audience", "said"),
    [
        (ENGLISH, Audience(), "Everyone"),
        (ENGLISH, BOTH, "Diplomacy or development, and readers of French"),
        (FRENCH, BOTH, "Diplomatie ou développement, et qui lit en français"),
        (ENGLISH, Audience(((Kind.ROLE, "editor"),)), "Role editor"),
        (ENGLISH, Audience(((Kind.COMMUNITY, "other"),)), "Other communities"),
        (ENGLISH, Audience(((Kind.ORGANISATION, "aid org"),)), "Aid org"),
        (ENGLISH, Audience(((Kind.SESSION, "s1"),)), "Session “Peace talks”"),
        (
            FRENCH,
            Audience(((Kind.UNSEEN, "3"),)),
            "Sans «\u202fBien reçu\u202f» pour «\u202fBuses\u202f»",
        ),
    ],
)
def test_audience_in_words(words: Words, audience: Audience, said: str) -> None:
    labels = {(Kind.SESSION, "s1"): "Peace talks", (Kind.UNSEEN, "3"): "Buses"}
    assert audience_text.whom(words, audience, labels) == said


def test_many_values_are_counted() -> None:
    many = Audience(tuple((Kind.ORGANISATION, f"Org {n}") for n in range(7)))
    assert audience_text.whom(ENGLISH, many, {}) == "Org 0 or Org 1 or Org 2 or Org 3 or 3 more"


@pytest.mark.parametrize(
    ("linked", "reachable", "said"),
    [
        ([True], [True], "1 person"),
        ([True, True], [True, True], "2 people"),
        ([False], [True], "1 person, who has never opened the bot"),
        ([True, False], [True, True], "2 people, 1 of whom has never opened the bot"),
        ([False, False], [True, True], "2 people, none of whom has ever opened the bot"),
        ([True, True], [True, False], "2 people, 1 cannot be reached any more"),
    ],
)
def test_people_are_counted_with_those_who_are_not_reached(
    linked: list[bool], reachable: list[bool], said: str
) -> None:
    people = [
        candidate("A", linked=one, reachable=two)
        for one, two in zip(linked, reachable, strict=True)
    ]
    assert audience_text.people(ENGLISH, Reach(tuple(people))) == said


def test_nobody_is_said_to_be_nobody() -> None:
    said = audience_text.meant(ENGLISH, BOTH, {}, Reach(()))
    assert said == "<b>Diplomacy or development, and readers of French:</b> nobody"


def test_names_are_paged_and_escaped() -> None:
    people = tuple(candidate(f"<{n}>", linked=n != 20) for n in range(21))
    page = audience_text.names(ENGLISH, Audience(), {}, Reach(people), 20)
    assert page == (
        "<b>Everyone:</b> 21 people, 1 of whom has never opened the bot\n\n"
        "• &lt;20&gt;, Norad <i>(never opened the bot)</i>\n\n21 to 21 of 21"
    )


def test_longest_names_fit_into_a_message() -> None:
    people = tuple(candidate("é" * 300, linked=False) for _ in range(40))
    kinds = (Kind.ORGANISATION, Kind.SESSION, Kind.GROUP, Kind.UNSEEN)
    many = Audience(tuple((kind, "O" * 300 + str(n)) for kind in kinds for n in range(9)))
    for words in (ENGLISH, FRENCH):
        assert units(audience_text.names(words, many, {}, Reach(people), 0)) <= 4096
