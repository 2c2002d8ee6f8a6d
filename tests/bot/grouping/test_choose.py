"""What participants read and tap while they may choose, and once it is settled."""

from dataclasses import replace

import pytest

from bot.grouping import choose_keyboards, choose_text
from meeting.codes import session_code
from services.wishes import GroupChoice
from tests.bot.grouping.views import BLOCK, ENGLISH, FRENCH, VIEW
from tests.two_days import FUNDING, POLICE

OPEN = GroupChoice(BLOCK, VIEW.agenda, VIEW.at, (), None, None, is_open=True)
ONE = replace(OPEN, chosen=(POLICE,))
PART = replace(OPEN, part=FUNDING)
PLACED = replace(OPEN, place=POLICE, is_open=False)
CLOSED = replace(OPEN, is_open=False)
HEAD = (
    "<b>Monday 11 February, 15:45</b>\nThese 2 sessions run side by side. Which would you like? "
    "Tap your first choice, then your second.\n"
)
FUNDING_LINE = "<i>Funding early recovery</i>, <b>Nobel</b>"
POLICE_LINE = "<i>Police and justice</i>, <b>Munch</b>"


def buttons(choice: GroupChoice) -> list[list[tuple[str, object]]]:
    rows = choose_keyboards.choice(ENGLISH, choice).inline_keyboard
    return [[(each.text, each.callback_data) for each in row] for row in rows]


@pytest.mark.parametrize(
    ("choice", "text"),
    [
        (OPEN, f"{HEAD}• {FUNDING_LINE}\n• {POLICE_LINE}"),
        (ONE, f"{HEAD}① {POLICE_LINE}\n• {FUNDING_LINE}\n\nTap once more to take one back."),
        (PART, "<b>Monday 11 February, 15:45</b>\nYou have a part in one of these, so that is "
               f"where you are: {FUNDING_LINE}"),
        (PLACED, "<b>Monday 11 February, 15:45</b>\nThe groups are settled. You are in: "
                 f"{POLICE_LINE}"),
        (CLOSED, "<b>Monday 11 February, 15:45</b>\nIt is too late to choose. If you don’t know "
                 "yet where to go, ask the organisers; /contacts has their names."),
    ],
)  # fmt: skip
def test_question_shows_what_is_chosen_or_why_there_is_nothing_to_choose(
    choice: GroupChoice, text: str
) -> None:
    assert choose_text.choice(ENGLISH, choice) == text


@pytest.mark.parametrize(
    ("choice", "text"),
    [
        (OPEN, "<b>Lundi 11 février, 15:45</b>\nVous n’avez pas choisi. Vous aurez une place là où "
               "il en reste\u202f; vous pouvez encore choisir."),
        (ONE, f"<b>Lundi 11 février, 15:45</b>\nMerci. Vos vœux\u202f:\n① {POLICE_LINE}\n\nVous "
              "pouvez changer d’avis jusqu’à ce que les groupes soient fixés\u202f; je vous dirai "
              "alors dans lequel vous êtes."),
        (PLACED, "<b>Lundi 11 février, 15:45</b>\nLes groupes sont fixés. Vous êtes dans\u202f: "
                 f"{POLICE_LINE}"),
    ],
)  # fmt: skip
def test_what_was_noted_is_read_back(choice: GroupChoice, text: str) -> None:
    assert choose_text.done(FRENCH, choice) == text


def test_tap_says_what_it_makes_of_a_session() -> None:
    code, funding, police = BLOCK.code, session_code("funding"), session_code("police")
    assert buttons(ONE) == [
        [("Funding early recovery", f"wish:tap:{code}:{funding}:on")],
        [("① Police and justice", f"wish:tap:{code}:{police}:off")],
        [("Done", f"wish:done:{code}")],
    ]


@pytest.mark.parametrize(("choice", "place"), [(PART, "funding"), (PLACED, "police")])
def test_what_is_settled_leads_to_its_session(choice: GroupChoice, place: str) -> None:
    expected = [[("Session", f"card:{session_code(place)}"), ("My day", "my:")]]
    assert buttons(choice) == expected
    rows = choose_keyboards.done(ENGLISH, choice).inline_keyboard
    assert [[(each.text, each.callback_data) for each in row] for row in rows] == expected
