"""What the host of a room says: full, with the way to a seat, or free again."""

from dataclasses import replace

import pytest

from bot.notices.room_text import room
from bot.wording import Words, load_wording
from meeting.notices import RoomWord
from services.letters import RoomLetter
from tests.two_days import DINNER, FUNDING, POLICE, ROOMS, at

ENGLISH, FRENCH = load_wording(("en", "fr")).languages
_, NOBEL, MUNCH, _ = ROOMS
FULL = RoomLetter(7, RoomWord.FULL, FUNDING, NOBEL, POLICE, MUNCH, at(11, "15:40"))
ALONE = replace(FULL, other=None, other_room=None)
ENDED = replace(ALONE, word=RoomWord.ENDED)


@pytest.mark.parametrize(
    ("words", "letter", "text"),
    [
        (ENGLISH, FULL,
         "<b>Nobel is full</b>: no seat is left for <i>Funding early recovery</i> (15:45). In "
         "<b>Munch</b> there is still room, for <i>Police and justice</i>."),
        (ENGLISH, replace(FULL, other_room=None),
         "<b>Nobel is full</b>: no seat is left for <i>Funding early recovery</i> (15:45). There "
         "is still room in <i>Police and justice</i>."),
        (ENGLISH, ALONE,
         "<b>Nobel is full</b>: no seat is left for <i>Funding early recovery</i> (15:45), and "
         "I know of none elsewhere at that time. Ask at the door; a seat may come free."),
        (ENGLISH, ENDED,
         "<b>Nobel is free</b>: you can go in for <i>Funding early recovery</i>, which starts at "
         "15:45."),
        (ENGLISH, replace(ENDED, session=DINNER, room=None),
         "<b>City Hall is free</b>: you can go in for <i>Dinner</i>, which starts at 19:00."),
        (FRENCH, ENDED,
         "<b>La salle est libre</b> (Nobel)\u202f: vous pouvez entrer pour <i>Funding early "
         "recovery</i>, qui commence à 15:45."),
    ],
)  # fmt: skip
def test_room_is_told_in_a_sentence(words: Words, letter: RoomLetter, text: str) -> None:
    assert room(words, letter)[0] == text


def test_full_room_leads_to_the_session_with_seats() -> None:
    labels = [
        [each.text for each in row] for row in room(ENGLISH, FULL)[1].inline_keyboard
    ]  # fmt: skip
    assert labels == [["Session"], ["Got it", "My day"]]
    labels = [[each.text for each in row] for row in room(ENGLISH, ENDED)[1].inline_keyboard]
    assert labels == [["Got it", "My day"]]
