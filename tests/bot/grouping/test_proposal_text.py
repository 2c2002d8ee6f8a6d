"""A proposal in words: how it fits, what is odd about it, who would be told."""

from dataclasses import replace

import pytest

from bot.grouping import proposal_text
from bot.wording import Words
from meeting.groups.model import Short
from services.groups import BlockView
from store.blocks import BlockRow
from tests.bot.grouping.views import ADA, BO, CY, DI, ENGLISH, FRENCH, MADE, unplaced, view

ONCE = BlockRow(released=1)
SETTLED = tuple(replace(one, member=replace(one.member, now=one.group)) for one in (ADA, BO, CY))


@pytest.mark.parametrize(
    ("words", "shown", "text"),
    [
        (ENGLISH, view(),
         "<b>Groups for Monday 11 February, 15:45</b>\n"
         "All 4 are placed: 1 in their first choice, 1 in their second, 1 by their part or by "
         "hand. 1 has not chosen, and is where there is room. Each room has people from every "
         "community.\n\nOn release 4 people read which group they are in."),
        (FRENCH, view(),
         "<b>Groupes pour lundi 11 février, 15:45</b>\n"
         "Tout le monde a une place (4)\u202f: 1 dans son premier choix, 1 dans son deuxième, 1 "
         "par son rôle ou à la main. 1 personne n’a pas choisi, et va là où il y a de la place. "
         "Chaque salle réunit toutes les communautés.\n\nÀ la publication, 4 personnes "
         "apprennent dans quel groupe elles sont."),
        (ENGLISH, view(*SETTLED, DI, row=ONCE),
         "<b>Groups for Monday 11 February, 15:45</b>\n"
         "All 4 are placed: 1 in their first choice, 1 in their second, 1 by their part or by "
         "hand. 1 has not chosen, and is where there is room. Each room has people from every "
         "community.\n\nOn release the 1 person whose group changes is told."),
        (ENGLISH, view(*SETTLED, row=ONCE),
         "<b>Groups for Monday 11 February, 15:45</b>\n"
         "All 3 are placed: 1 in their first choice, 1 in their second, 1 by their part or by "
         "hand. Nobody from development is in Munch.\n\nOn release nobody is told: no group "
         "changes."),
    ],
)  # fmt: skip
def test_proposal_says_how_it_fits_and_who_is_told(
    words: Words, shown: BlockView, text: str
) -> None:
    assert proposal_text.proposal(words, shown) == text


def warnings(shown: BlockView) -> list[str]:
    return proposal_text.proposal(ENGLISH, shown).split("\n\n")[1].splitlines()


def test_room_over_its_seats_a_chair_elsewhere_and_the_unplaced_are_named() -> None:
    over = replace(ADA, group="funding")
    assert warnings(view(over, BO, CY, DI)) == ["⚠ Nobel holds 2, and 3 would be there."]
    elsewhere = replace(BO, group="police")
    assert warnings(view(ADA, elsewhere, unplaced(CY), unplaced(DI))) == [
        "⚠ Bo has a part in <i>Funding early recovery</i>, and would be elsewhere.",
        "⚠ 2 people have no place yet: Cy, Di.",
    ]


def test_search_that_was_cut_short_is_told_where_it_matters() -> None:
    found = [replace(MADE, made=replace(MADE.made, gap=gap)) for gap in (0.01, 0.046)]
    assert len(proposal_text.proposal(ENGLISH, view(proposal=found[0])).split("\n\n")) == 2
    assert warnings(view(proposal=found[1])) == [
        "I stopped looking after a minute: communities or organisations may be mixed up to 5 % "
        "less evenly than they could be."
    ]


@pytest.mark.parametrize(
    ("missing", "text"),
    [
        (Short("all", 1),
         "1 seat is missing: the rooms hold 5 in all, and 4 people are to be placed. Take a bigger "
         "room in the agenda file, or mend its Capacity."),
        (Short(("funding",), 2, {"funding": 2}),
         "Nobel holds 2, and 4 have to be there, by their part or by hand. Move some of them, or "
         "take a bigger room."),
    ],
)  # fmt: skip
def test_seats_that_are_missing_are_named(missing: Short, text: str) -> None:
    assert proposal_text.short(ENGLISH, view(), missing) == text
