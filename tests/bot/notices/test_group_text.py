"""The group that somebody is in, and the choice between groups, as notices."""

from dataclasses import replace

import pytest

from bot.notices.group_text import choice, group
from bot.wording import Words, load_wording
from meeting.codes import session_code, short_code
from services.letters import ChoiceLetter, GroupLetter
from tests.two_days import FUNDING, POLICE, ROOMS, at

ENGLISH, FRENCH = load_wording(("en", "fr")).languages
NOBEL = ROOMS[1]
GROUP = GroupLetter(9, "A", FUNDING, NOBEL, at(11, "08:00"))
CHOICE = ChoiceLetter(9, "A", (FUNDING, POLICE), (), at(11, "08:00"))


@pytest.mark.parametrize(
    ("words", "letter", "text"),
    [
        (ENGLISH, GROUP,
         "<b>Monday 11 February, 15:45</b>: you are in <i>Funding early recovery</i>, room "
         "<b>Nobel</b> (first floor)."),
        (FRENCH, GROUP,
         "<b>Lundi 11 février, 15:45</b>\u202f: vous êtes dans <i>Funding early recovery</i>, "
         "salle <b>Nobel</b> (first floor)."),
        (ENGLISH, replace(GROUP, room=replace(NOBEL, hint="")),
         "<b>Monday 11 February, 15:45</b>: you are in <i>Funding early recovery</i>, room "
         "<b>Nobel</b>."),
        (ENGLISH, replace(GROUP, session=replace(FUNDING, room=None), room=None),
         "<b>Monday 11 February, 15:45</b>: you are in <i>Funding early recovery</i>."),
    ],
)  # fmt: skip
def test_group_room_and_time_are_said(words: Words, letter: GroupLetter, text: str) -> None:
    html, markup = group(words, letter)
    assert html == text
    data = [each.callback_data for row in markup.inline_keyboard for each in row]
    assert data == [f"session:{session_code('funding')}", "seen:9", "today:"]


def test_choice_names_the_sessions_and_what_is_chosen_already() -> None:
    html, markup = choice(ENGLISH, replace(CHOICE, chosen=("police",)))
    assert html == (
        "<b>Monday 11 February, 15:45</b>\nThese 2 sessions run side by side, and nobody can be in "
        "all of them. Which would you like?\n"
        "• <i>Funding early recovery</i>\n① <i>Police and justice</i>"
    )
    labels = [(each.text, each.callback_data) for row in markup.inline_keyboard for each in row]
    assert labels == [("Choose", f"wish:send:{short_code('A')}"), ("My day", "today:")]
