"""The buttons of /groups: what is offered when, and that their data fits."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from telegram import InlineKeyboardMarkup

from bot.grouping import groups_keyboards
from services.groups import BlockView, Overview
from store.blocks import BlockRow
from tests.bot.grouping.views import ADA, BO, CY, DI, ENGLISH, VIEW, somebody, unplaced, view

OPEN = view(*map(unplaced, (ADA, BO, CY, DI)), proposal=None)
LONGEST_DATA = 64  # bytes; core.telegram.org/bots/api#inlinekeyboardbutton


def labels(markup: InlineKeyboardMarkup) -> Sequence[Sequence[str]]:
    return [[each.text for each in row] for row in markup.inline_keyboard]


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (OPEN, [["Ask for wishes"], ["Make a proposal"], ["Spreadsheet"]]),
        (replace(OPEN, row=BlockRow(1)), [["Ask once more"], ["Make a proposal"], ["Spreadsheet"]]),
        (replace(OPEN, at=OPEN.block.starts), [["Make a proposal"], ["Spreadsheet"]]),
        (view(proposal=None, row=BlockRow(1, None, 1)),
         [["Make a proposal"], ["Table", "Move someone…"], ["Spreadsheet"]]),
        (replace(OPEN, members=()), [["Spreadsheet"]]),
    ],
)  # fmt: skip
def test_block_offers_what_makes_sense_now(
    shown: BlockView, expected: Sequence[Sequence[str]]
) -> None:
    assert labels(groups_keyboards.block(ENGLISH, shown)) == [*expected, ["◀ All blocks"]]


def test_nothing_ahead_has_no_button() -> None:
    assert groups_keyboards.overview(ENGLISH, Overview((), ())) is None


def test_people_are_paged_with_where_they_are() -> None:
    many = view(*(somebody(n, f"Person {n:02}", "police" if n else None) for n in range(23)))
    pages = [labels(groups_keyboards.people(ENGLISH, many, first)) for first in (0, 10, 20)]
    assert pages[0][:2] == [["Person 00"], ["Person 01 · Munch"]]
    turns = [["More ▶"], ["◀ Earlier", "More ▶"], ["◀ Earlier"]]
    assert [page[-2:] for page in pages] == [[turn, ["◀ Back"]] for turn in turns]


def test_person_can_be_moved_to_the_other_groups_with_their_seats() -> None:
    assert labels(groups_keyboards.places(ENGLISH, VIEW, ADA)) == [
        ["Nobel · 2 of 2 · Funding early recovery"], ["◀ Back"],
    ]  # fmt: skip


def test_data_of_every_button_fits() -> None:
    big = view(*(somebody(10**9 + n, f"P{n}", "police") for n in range(30)))
    made = [
        groups_keyboards.overview(ENGLISH, Overview((big,), ())),
        groups_keyboards.block(ENGLISH, OPEN),
        groups_keyboards.proposal(ENGLISH, big),
        groups_keyboards.ask(ENGLISH, OPEN),
        groups_keyboards.table(ENGLISH, big, 20, 20),
        groups_keyboards.people(ENGLISH, big, 10),
        groups_keyboards.places(ENGLISH, big, big.members[-1]),
    ]
    rows = [row for each in made if each for row in each.inline_keyboard]
    data = [str(each.callback_data) for row in rows for each in row]
    assert max(len(each.encode()) for each in data) <= LONGEST_DATA
    assert {each.partition(":")[0] for each in data} == {"gr"}
