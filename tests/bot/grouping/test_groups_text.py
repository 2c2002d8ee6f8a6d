"""The list of blocks, one block, and what is said after people were asked or told."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.grouping import groups_text
from bot.wording import Words
from services.group_releases import Released
from services.groups import Overview
from store.blocks import BlockRow
from tests.bot.grouping.views import ADA, BO, CY, DI, ENGLISH, FRENCH, VIEW, unplaced, view
from tests.two_days import FUNDING, POLICE

OPEN = view(*map(unplaced, (ADA, BO, CY, DI)), proposal=None)
ASKED = BlockRow(1, VIEW.at - timedelta(hours=20))
RELEASED = BlockRow(1, VIEW.at, 1, VIEW.at - timedelta(minutes=10))


@pytest.mark.parametrize(
    ("words", "found", "text"),
    [
        (ENGLISH, Overview((OPEN,), ()),
         "<b>Parallel sessions</b>\nTap a block to see who goes where.\n\n<b>Monday 11 February, "
         "15:45</b> · 2 sessions\n0 of 4 placed · 2 of 3 have chosen"),
        (ENGLISH, Overview((VIEW,), ()),
         "<b>Parallel sessions</b>\nTap a block to see who goes where.\n\n<b>Monday 11 February, "
         "15:45</b> · 2 sessions\na proposal waits for you · 2 of 3 have chosen"),
        (FRENCH, Overview((view(row=RELEASED, proposal=None),), ()),
         "<b>Séances parallèles</b>\nTouchez un bloc pour voir qui va où.\n\n<b>Lundi 11 février, "
         "15:45</b> · 2 séances\npublié à 13:42 · 4 sur 4 ont une place"),
        (ENGLISH, Overview((), ((FUNDING, POLICE),)),
         "No parallel sessions are ahead. Sessions run side by side as one block where they have "
         "the same word in the column Block of the agenda file.\n\nAlso side by side, Monday 11 "
         "February, 15:45: “Funding early recovery”, “Police and justice”. They have no block yet, "
         "so I can’t place people in them. Give them the same word in the column Block of the "
         "agenda file, and send me the file."),
    ],
)  # fmt: skip
def test_overview_says_how_every_block_stands(words: Words, found: Overview, text: str) -> None:
    assert groups_text.overview(words, found) == text


def test_block_says_seats_wishes_and_parts() -> None:
    assert groups_text.block(ENGLISH, replace(OPEN, row=ASKED)) == (
        "<b>Monday 11 February, 15:45–17:00</b>\n"
        "• <i>Funding early recovery</i>, <b>Nobel</b> · 0 of 2 seats taken\n"
        "• <i>Police and justice</i>, <b>Munch</b> · 0 of 3 seats taken · first choice of 2\n\n"
        "2 of 3 have chosen.\n"
        "1 more has a part in one of them, and belongs there.\n"
        "Asked Sunday 10 February, 17:52."
    )


def test_block_that_was_released_says_so_and_that_it_has_begun() -> None:
    released = view(row=RELEASED, proposal=None, at=FUNDING.starts)
    assert groups_text.block(ENGLISH, released).splitlines()[-2:] == [
        "Released 13:42. A new proposal moves as few people as possible.", "They have begun.",
    ]  # fmt: skip


def test_seats_that_nobody_counted_are_people() -> None:
    uncounted = view(agenda=replace(VIEW.agenda, rooms=()), proposal=None)
    assert groups_text.block(ENGLISH, uncounted).splitlines()[1] == (
        "• <i>Funding early recovery</i>, <b>nobel</b> · 2 people"
    )


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ((ADA, DI), "<b>Released.</b> 1 person is being told.\n"
                    "1 has never opened the bot; the message waits until they do."),
        ((ADA, CY), "<b>Released.</b> 2 people are being told."),
        ((DI,), "<b>Released.</b>\n1 has never opened the bot; the message waits until they do."),
        ((), "<b>Released.</b> No group has changed, so nobody is told."),
    ],
)  # fmt: skip
def test_release_says_who_is_told_now_and_later(told: tuple[object, ...], text: str) -> None:
    assert groups_text.done(ENGLISH, Released(VIEW, told)) == text  # type: ignore[arg-type]


def test_question_says_how_many_it_is_for_first() -> None:
    assert groups_text.ask(ENGLISH, OPEN) == (
        "1 person has not chosen yet. Shall I ask? Whoever has a part in one of the sessions is "
        "not asked."
    )
    assert groups_text.asking(ENGLISH, Released(VIEW, (ADA, DI))) == (
        "1 person is being asked.\n1 has never opened the bot; the message waits until they do."
    )
