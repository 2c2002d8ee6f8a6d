"""Agenda messages and buttons keep to Telegram's limits whatever stands in an agenda."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from telegram import InlineKeyboardMarkup

from bot import agenda_keyboards, agenda_text, session_keyboards, session_text
from bot.render import LONGEST, units
from bot.wording import load_wording
from meeting.agenda import Agenda, Room, Session, ordered
from meeting.day import today
from meeting.logistics import LogisticsEntry
from meeting.people import Person
from services.contacts import Contacts
from services.my_day import Programme
from services.session_cards import Card, Standing
from tests.two_days import AGENDA, LUNCH, PEACE, at

ENGLISH = load_wording(("en",)).languages[0]
titles = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=400)


def programme_of(count: int, step: int, title: str, hint: str, hour: int) -> Programme:
    """So many sessions of 20 minutes, each `step` minutes after the last; every third is mine."""
    start, minute = at(11, "08:00"), timedelta(minutes=1)
    begins = [start + n * step * minute for n in range(count)]
    sessions = [
        Session(f"{title}{n}", title, begin, begin + 20 * minute, "r")
        for n, begin in enumerate(begins)
    ]
    agenda = Agenda("Europe/Oslo", ordered(sessions), (Room("r", title, hint),))
    chosen = {session.session_id for session in sessions[::3]}
    now = start + (hour - 8) * 60 * minute
    return Programme(now, agenda, lambda s: s.session_id in chosen, today(agenda, now))


def fits(text: str, keyboard: InlineKeyboardMarkup) -> bool:
    buttons = [button for row in keyboard.inline_keyboard for button in row]
    data = [str(button.callback_data).encode() for button in buttons]
    return (
        0 < units(text) <= LONGEST
        and 0 < len(buttons) <= 100
        and all(0 < len(each) <= 64 for each in data)
        and all(button.text for button in buttons)
    )


@given(st.integers(1, 120), st.integers(0, 9), titles, titles, st.integers(7, 12))
def test_every_message_fits(count: int, step: int, title: str, hint: str, hour: int) -> None:
    programme = programme_of(count, step, title, hint, hour)
    day = programme.agenda.days()[0]
    shown, everything = programme.day(day), programme.sessions(day)
    running, first = programme.running(), everything[0]
    card = Card(
        first, programme, programme.agenda.rooms[0], (first.title,) * 50, (first.title,) * 50, (),
        ((first.title, None),) * 50, Standing.FOLLOWED, everything, everything, True,
    )  # fmt: skip
    beside = agenda_keyboards.beside(ENGLISH, everything)
    shows = [
        (agenda_text.my_day(ENGLISH, programme, shown),
         agenda_keyboards.my_day(ENGLISH, programme, shown)),
        (agenda_text.now(ENGLISH, programme), agenda_keyboards.beside(ENGLISH, running)),
        (agenda_text.upcoming(ENGLISH, programme), beside),
        (agenda_text.choice(ENGLISH, programme, everything), beside),
        (agenda_text.sessions(ENGLISH, programme, everything, 0),
         agenda_keyboards.sessions(ENGLISH, everything, 0)),
        (session_text.card(ENGLISH, card), session_keyboards.card(ENGLISH, card)),
        (session_text.where(ENGLISH, card), beside),
    ]  # fmt: skip
    assert [fits(*show) for show in shows] == [True] * 7


def test_what_does_not_fit_is_counted() -> None:
    lines = ["x" * 1000] * 6
    assert agenda_text.fitted(ENGLISH, "Day", lines, ["end"]) == "\n".join(
        ["Day", *lines[:4], "… and 2 more, under “All sessions”.", "end"]
    )


def test_long_words_are_cut_between_words_or_in_one_that_is_too_long() -> None:
    texts = ("short", "one two three four", "x" * 20)
    assert [agenda_text.shortened(text, 10) for text in texts] == [
        "short", "one two…", "x" * 9 + "…",
    ]  # fmt: skip


def test_what_the_organisers_wrote_is_escaped() -> None:
    odd = Agenda(AGENDA.zone, (Session("a", "A <b> & C", PEACE.starts, PEACE.ends, "<i>"),))
    programme = Programme(at(11, "14:00"), odd, lambda _: True, PEACE.starts.date())
    assert agenda_text.now(ENGLISH, programme).splitlines()[1] == (
        "▶ <b>now</b> ✓ A &lt;b&gt; &amp; C, &lt;i&gt;, until 15:30"
    )


def test_three_thousand_contacts_are_one_message() -> None:
    programme = Programme(at(11, "08:00"), AGENDA, lambda _: True, LUNCH.starts.date())
    people = tuple(Person(f"p{n}", f"Person number {n}", "Ministry") for n in range(3000))
    entry = LogisticsEntry("contact", {"en": "Call. " * 2000})
    found = Contacts(people, entry, ((PEACE, ("Bo",)),), True, programme)
    assert fits(session_text.contacts(ENGLISH, found), session_keyboards.venue(ENGLISH))


def test_day_behind_a_button_is_a_date_or_none() -> None:
    assert [agenda_keyboards.day_of(data) for data in ("20080211", "20080231", "00000000")] == [
        LUNCH.starts.date(), None, None,
    ]  # fmt: skip


def test_page_of_a_number_is_one_that_there_is() -> None:
    pages = [agenda_keyboards.first_of(number, 20, 8) for number in ("", "0", "7", "8", "99")]
    assert pages == [0, 0, 0, 8, 16]
