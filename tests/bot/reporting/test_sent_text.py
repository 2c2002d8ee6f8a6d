"""What a report says: only what is somebody, in the right number, in both languages."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.render import LONGEST, units
from bot.reporting import sent_text
from bot.wording import load_wording
from meeting.announcements import Medium, MediumKind, Message, Status, Text, VersionKind
from services.announcements import Counts
from tests.bot.reports import BUSES, OSLO, VIEW, report, said

ENGLISH, FRENCH = load_wording(("en", "fr")).languages
EVERYTHING = Counts(
    all=70, delivered=41, doubtful=2, blocked=2, gone=2, failed=2, expired=2, cancelled=3,
    not_linked=13, waiting=3, perhaps_twice=2, seen=30,
)  # fmt: skip
ONE = Counts(
    all=9, delivered=1, doubtful=1, blocked=1, gone=1, failed=1, expired=1, cancelled=1,
    not_linked=1, waiting=1, perhaps_twice=1, seen=1,
)  # fmt: skip


def first_line(counts: Counts, words: object = ENGLISH, **about: object) -> str:
    return sent_text.report(words, report(counts, **about), VIEW).split("\n")[0]  # type: ignore[arg-type]


def test_progress_is_one_line_with_a_bar_and_the_time_left() -> None:
    going = report(Counts(all=56, delivered=38, blocked=1, waiting=17), status=Status.RUNNING)
    assert sent_text.report(ENGLISH, going, VIEW) == (
        f"Sending: ▓▓▓▓▓▓░░░░ 39 of 56 · 1 blocked the bot · about 1 s left\n<i>{BUSES}</i>"
    )


def test_whoever_never_opened_the_bot_does_not_hold_up_the_bar() -> None:
    counts = Counts(all=10, delivered=4, waiting=4, not_linked=2)
    assert first_line(counts, status=Status.PAUSED) == (
        "Paused: ▓▓▓▓▓░░░░░ 4 of 8 · 2 have never opened the bot"
    )
    assert first_line(Counts(all=2, not_linked=2), status=Status.RUNNING) == (
        "Sending: ▓▓▓▓▓▓▓▓▓▓ 0 of 0 · 2 have never opened the bot"
    )


@pytest.mark.parametrize(
    ("waiting", "halted", "left"),
    [
        (1, 0, "about 1 s left"),
        (1770, 0, "about 59 s left"),
        (1771, 0, "about 1 min left"),
        (5000, 0, "about 3 min left"),
        (5000, 19.2, "Telegram asks us to wait, 20 s"),
    ],
)
def test_time_left_is_in_seconds_then_minutes(waiting: int, halted: float, left: str) -> None:
    counts = Counts(all=10_000, delivered=10_000 - waiting, waiting=waiting)
    view = replace(VIEW, halted=halted)
    going = report(counts, status=Status.RUNNING)
    assert sent_text.report(ENGLISH, going, view).split("\n")[0].split(" · ")[-1] == left


def test_report_names_only_what_is_somebody() -> None:
    counts = Counts(all=56, delivered=41, not_linked=13, blocked=1, doubtful=1)
    assert first_line(counts) == (
        "Sent 18:02 · 41 delivered · 13 have never opened the bot · 1 blocked the bot · "
        "1 doubtful (the network broke off; it may or may not have arrived)"
    )


def test_every_fact_has_its_singular_and_plural() -> None:
    assert first_line(EVERYTHING) == (
        "Sent 18:02 · 41 delivered · 2 of them perhaps twice · 3 on the way · "
        "13 have never opened the bot · 2 blocked the bot · 2 are no longer on Telegram · "
        "2 doubtful (the network broke off; they may or may not have arrived) · "
        "2 refused by Telegram · too late for 2 people · not sent to 3 people · seen by 30"
    )
    assert first_line(ONE) == (
        "Sent 18:02 · 1 delivered · 1 of them perhaps twice · 1 on the way · "
        "1 has never opened the bot · 1 blocked the bot · 1 is no longer on Telegram · "
        "1 doubtful (the network broke off; it may or may not have arrived) · "
        "1 refused by Telegram · too late for 1 person · not sent to 1 person · seen by 1"
    )


def test_french_says_the_same_with_its_own_plurals() -> None:
    assert first_line(EVERYTHING, FRENCH) == (
        "Envoyée à 18:02 · remise à 41 personnes · dont 2 peut-être deux fois · 3 encore en route"
        " · 13 personnes n’ont jamais ouvert le bot · 2 personnes ont bloqué le bot · "
        "2 personnes ne sont plus sur Telegram · 2 envois incertains (le réseau a été "
        "coupé\u202f; ils sont peut-être arrivés, peut-être pas) · 2 refus de Telegram · "
        "trop tard pour 2 personnes · pas envoyée à 3 personnes · vue par 30 personnes"
    )
    assert first_line(ONE, FRENCH) == (
        "Envoyée à 18:02 · remise à 1 personne · dont 1 peut-être deux fois · 1 encore en route"
        " · 1 personne n’a jamais ouvert le bot · 1 personne a bloqué le bot · "
        "1 personne n’est plus sur Telegram · 1 envoi incertain (le réseau a été "
        "coupé\u202f; il est peut-être arrivé, peut-être pas) · 1 refus de Telegram · "
        "trop tard pour 1 personne · pas envoyée à 1 personne · vue par 1 personne"
    )


def test_each_way_of_being_over_has_its_word_and_time() -> None:
    counts = Counts(all=3, delivered=2, cancelled=1)
    assert [
        first_line(counts, kind=VersionKind.CORRECTION),
        first_line(counts, kind=VersionKind.WITHDRAWAL),
        first_line(counts, status=Status.CANCELLED),
        first_line(Counts(all=0), status=Status.CANCELLED),
    ] == [
        "Corrected 18:07 · 2 delivered · not sent to 1 person",
        "Withdrawn 18:07 · taken back from 2 people · not sent to 1 person",
        "Cancelled · 2 delivered · not sent to 1 person",
        "Cancelled",
    ]


def test_corrections_and_withdrawals_say_so_while_they_go() -> None:
    counts = Counts(all=4, delivered=2, waiting=2)
    kinds = [VersionKind.CORRECTION, VersionKind.WITHDRAWAL]
    assert [first_line(counts, kind=kind, status=Status.RUNNING) for kind in kinds] == [
        "Correcting: ▓▓▓▓▓░░░░░ 2 of 4 · about 1 s left",
        "Taking back: ▓▓▓▓▓░░░░░ 2 of 4 · about 1 s left",
    ]


def test_scheduled_says_when_and_to_whom() -> None:
    view = replace(VIEW, audience="Diplomacy")
    waits = report(Counts(all=0), status=Status.SCHEDULED)
    assert sent_text.report(ENGLISH, waits, view).split("\n")[0] == (
        "It goes out on Monday 11 February at 18:02 to: Diplomacy."
    )


def test_another_day_is_named() -> None:
    tomorrow = replace(VIEW, at=VIEW.at + timedelta(days=1))
    shown = [
        sent_text.report(words, report(), tomorrow).split(" · ")[0] for words in (ENGLISH, FRENCH)
    ]
    assert shown == ["Sent Monday 11 February, 18:02", "Envoyée le lundi 11 février à 18:02"]


def test_others_read_who_sent_it() -> None:
    view = replace(VIEW, own=False)
    assert sent_text.report(ENGLISH, report(), view).split("\n")[1] == f"<i>{BUSES}</i> · Ola Li"


def test_first_words_stand_for_the_message() -> None:
    picture, paper = Medium(MediumKind.PHOTO, "f"), Medium(MediumKind.DOCUMENT, "f", "map.pdf")
    nothing = Text("", "")
    messages = [
        Message({"en": Text("Two\nlines <b>", "")}),
        Message({"en": nothing}, picture),
        Message({"en": nothing}, paper),
        Message({"en": Text("Bus", ""), "fr": Text("Autocar", "")}),
    ]
    announcements = [said(report(), message).announcement for message in messages]
    assert [sent_text.first_words(FRENCH, each, 30) for each in announcements] == [
        "Two lines <b>", "Une image", "map.pdf", "Autocar",
    ]  # fmt: skip


def test_questions_say_how_many_and_are_none_without_anybody() -> None:
    counts = Counts(all=5, delivered=3, doubtful=1, seen=2, blocked=1)
    assert [
        sent_text.ask_withdraw(ENGLISH, counts),
        sent_text.ask_doubtful(ENGLISH, counts),
        sent_text.ask_unseen(ENGLISH, replace(counts, seen=1)),
    ] == [
        "Take it back from 4 people? A message of the last 48 hours disappears; an older one is "
        "struck through.",
        "Send it once more to the 1 person who may not have it? If it did arrive, they have it "
        "twice.",
        "Send it once more to the 2 people who have not tapped “Got it”?",
    ]
    asks = (sent_text.ask_withdraw, sent_text.ask_doubtful, sent_text.ask_unseen)
    assert [ask(ENGLISH, Counts(all=2, not_linked=2)) for ask in asks] == [None] * 3


@given(st.integers(0, 9999), st.text(max_size=5000))
def test_every_report_fits_into_a_message(count: int, text: str) -> None:
    counts = Counts(count, *[count] * 11)
    reports = [report(counts, status=status, text=text) for status in Status]
    shown = [sent_text.report(FRENCH, each, replace(VIEW, own=False)) for each in reports]
    assert [units(each) <= LONGEST for each in shown] == [True] * len(Status)


def test_moment_of_today_is_a_time() -> None:
    now = datetime(2008, 2, 12, 0, 1, tzinfo=OSLO)
    shown = [sent_text.moment(ENGLISH, now - timedelta(minutes=late), now) for late in (0, 1, 2)]
    assert shown == ["00:01", "00:00", "Monday 11 February, 23:59"]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (VersionKind.CORRECTION, "Corrected 18:07 · 3 delivered"),
        (VersionKind.WITHDRAWAL, "Withdrawn 18:07 · taken back from 3 people"),
    ],
)
def test_old_copies_out_of_reach_are_told(kind: VersionKind, said: str) -> None:
    counts = Counts(all=3, delivered=3, perhaps_twice=1)
    text = sent_text.report(ENGLISH, report(counts, kind=kind), VIEW)
    assert text.splitlines()[0] == f"{said} · 1 of them may still see an old copy"
