"""What a delivery brings: a notice beside the agenda that holds, as a reply to the card; and how
the outbox deals with one that has nothing left to say."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from meeting.delivery import Event, State, Urgency
from meeting.notices import ChangeNoun, NoticeKind, ReminderNoun
from services.letters import ChangeLetter
from services.parcels import Mark, Read
from services.reader import ContentReader
from store.agendas import Agendas
from store.claims import Claimed
from store.notices import NewNotice, Notices
from tests.services.mailroom import AUTHOR, NOON, Mailroom
from tests.services.test_letters import IN_NOBEL, MOVED, with_sessions
from tests.two_days import AGENDA, PEACE

LATER = NOON + timedelta(hours=3)


@pytest.fixture
def room(tmp_path: Path) -> Mailroom:
    made = Mailroom(tmp_path)
    Agendas(made.engine).add(AGENDA, "", NOON)
    Agendas(made.engine).add(with_sessions(IN_NOBEL), "", NOON)
    return made


def tell(room: Mailroom, *people: int, author: int | None = AUTHOR) -> int:
    """Say to these people, or to everybody, that the session was moved."""
    noun = ChangeNoun(2, (MOVED,))
    new = NewNotice("change:2:1", noun, Urgency.URGENT, LATER, 2, author)
    return Notices(room.engine).put(new, people or room.ids, NOON)


def states(room: Mailroom) -> list[tuple[State, bool]]:
    return [(h.state, h.doubtful) for h in Notices(room.engine).heard(NoticeKind.CHANGE, 2)]


def test_everybody_is_told_once_and_as_a_reply_to_their_card(room: Mailroom) -> None:
    tell(room)
    room.cards.update({(101, "peace"): 55, (102, "police"): 56})
    parcels = [room.next() for _ in room.ids]
    assert [parcel.reply_to for parcel in parcels] == [None, 55, None]
    assert all(isinstance(parcel.content, ChangeLetter) for parcel in parcels)
    for parcel in parcels:
        room.outbox.settle(parcel, Event.ACCEPTED, message_id=1)
    assert room.outbox.claim() is None
    assert states(room) == [(State.SENT, False)] * 3


def test_what_was_taken_back_meanwhile_is_cancelled_and_the_next_one_goes(room: Mailroom) -> None:
    tell(room)
    Agendas(room.engine).add(AGENDA, "", NOON)
    number = room.send()
    assert room.next().content.announcement_id == number  # type: ignore[union-attr]
    assert states(room) == [(State.CANCELLED, False)] * 3


def test_crash_makes_a_notice_doubtful_and_tells_its_author(room: Mailroom) -> None:
    tell(room, room.ids[0])
    room.next()
    (recovered,) = room.new_outbox().recover()
    assert (recovered.author, recovered.in_the_air) == (AUTHOR, 1)
    again = room.next()
    assert again.marks == (Mark.REPEAT,)
    room.outbox.settle(again, Event.ACCEPTED, message_id=5)
    assert states(room) == [(State.SENT, True)]


def test_doubtful_one_that_has_nothing_left_to_say_stays_doubtful(room: Mailroom) -> None:
    tell(room, room.ids[0])
    room.next()
    room.new_outbox().recover()
    Agendas(room.engine).add(AGENDA, "", NOON)
    assert room.outbox.claim() is None
    assert states(room) == [(State.UNKNOWN, True)]


def test_reminders_in_the_air_are_nobodys(room: Mailroom) -> None:
    noun = ReminderNoun("peace", PEACE.starts)
    Notices(room.engine).put(NewNotice(noun.key, noun, Urgency.ROUTINE, LATER), room.ids[:1], NOON)
    room.next()
    assert [each.author for each in room.new_outbox().recover()] == [None]


class Failing(ContentReader):
    """Cannot read the first delivery."""

    def __init__(self, right: ContentReader) -> None:
        self._right = right
        self._fails = True

    def read(self, claimed: Claimed, now: datetime) -> Read | None:
        if self._fails:
            self._fails = False
            raise RuntimeError
        return self._right.read(claimed, now)


def test_notice_that_cannot_be_read_now_is_tried_again(room: Mailroom) -> None:
    tell(room, room.ids[0])
    outbox = room.new_outbox(Failing(room.reader()))
    with pytest.raises(RuntimeError):
        outbox.claim()
    assert outbox.claim() is None
    room.wait(seconds=30)
    parcel = outbox.claim()
    assert parcel is not None
    assert parcel.recipient.chat_id == 100


def test_too_late_is_expired(room: Mailroom) -> None:
    tell(room)
    room.wait(hours=4)
    room.outbox.tick()
    assert (room.outbox.claim(), states(room)) == (None, [(State.EXPIRED, False)] * 3)
