"""Buttons of a report are there only where they do something."""

from datetime import timedelta

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.reporting import sent_keyboards
from bot.wording import load_wording
from meeting.announcements import Status, VersionKind
from meeting.delivery import Urgency
from services.announcements import Counts, Group, Report
from tests.bot.reports import VIEW, report

ENGLISH, FRENCH = load_wording(("en", "fr")).languages
NOW = VIEW.at
WHO, TABLE = "Who was not reached", "As a table (csv)"


def labels(keyboard: InlineKeyboardMarkup | None) -> list[list[str]]:
    if keyboard is None:
        return []
    return [[each.text for each in row] for row in keyboard.inline_keyboard]


def shown(counts: Counts | None = None, **about: object) -> list[list[str]]:
    return labels(sent_keyboards.report(ENGLISH, report(counts, **about)))


@pytest.mark.parametrize(
    ("status", "kind", "rows"),
    [
        (Status.SCHEDULED, VersionKind.ORIGINAL, [["Send now", "Cancel"]]),
        (Status.RUNNING, VersionKind.ORIGINAL, [["Pause", "Cancel"]]),
        (Status.PAUSED, VersionKind.ORIGINAL, [["Resume", "Cancel"]]),
        (Status.RUNNING, VersionKind.CORRECTION, [["Pause"]]),
        (Status.PAUSED, VersionKind.WITHDRAWAL, [["Resume"]]),
    ],
)
def test_what_goes_out_can_be_stopped(
    status: Status, kind: VersionKind, rows: list[list[str]]
) -> None:
    counts = Counts(all=3, delivered=1, waiting=1, blocked=1)
    assert shown(counts, status=status, kind=kind) == rows


def test_all_delivered_can_be_corrected_and_withdrawn() -> None:
    assert shown() == [["Correct", "Withdraw"], [TABLE, "Refresh"]]


def test_doubtful_and_lost_ones_have_their_buttons() -> None:
    assert shown(Counts(all=3, delivered=1, doubtful=1, not_linked=1)) == [
        [WHO], ["Resend to the doubtful"], ["Correct", "Withdraw"], [TABLE, "Refresh"],
    ]  # fmt: skip


def test_urgent_ones_ask_who_has_seen_them_until_all_have() -> None:
    unseen = [["Who has not tapped “Got it”"], ["Resend to the unseen"]]
    mended = [["Correct", "Withdraw"], [TABLE, "Refresh"]]
    found = [
        shown(Counts(all=2, delivered=2, seen=seen), urgency=Urgency.URGENT) for seen in (1, 2)
    ]
    assert found == [[*unseen, *mended], mended]


def test_what_was_withdrawn_is_only_looked_at() -> None:
    counts = Counts(all=3, delivered=2, failed=1)
    assert shown(counts, kind=VersionKind.WITHDRAWAL) == [[WHO], [TABLE, "Refresh"]]


def test_what_was_cancelled_can_be_withdrawn_where_somebody_has_it() -> None:
    found = [
        shown(counts, status=Status.CANCELLED)
        for counts in (
            Counts(all=3, delivered=1, cancelled=2),
            Counts(all=3, cancelled=3),
            Counts(0),
        )
    ]
    assert found == [[[WHO], ["Withdraw"], [TABLE]], [[WHO], [TABLE]], []]


def test_listed_reports_lead_back() -> None:
    going = report(Counts(all=2, waiting=2), status=Status.RUNNING)
    assert labels(sent_keyboards.report(ENGLISH, going, listed=True)) == [
        ["Pause", "Cancel"], ["◀ Back", "Refresh"],
    ]  # fmt: skip


def many(count: int) -> list[Report]:
    return [report(number=number, text="Buses " * 20) for number in range(count, 0, -1)]


def test_list_is_paged_by_the_announcement_it_shows() -> None:
    pages = [sent_keyboards.past(ENGLISH, many(20), near, NOW) for near in (0, 12, 4, 999)]
    data = [[row[0].callback_data for row in page.inline_keyboard] for page in pages]
    turns = [[each.callback_data for each in page.inline_keyboard[-1]] for page in pages]
    assert [each[0] for each in data] == ["report:20", "report:12", "report:4", "report:20"]
    assert turns == [["sent:12"], ["sent:20", "sent:4"], ["sent:12"], ["sent:12"]]


def test_lines_say_when_how_many_and_what() -> None:
    later = NOW + timedelta(days=1)
    reports = [
        report(Counts(all=56, delivered=41, not_linked=15)),
        report(status=Status.SCHEDULED),
        report(kind=VersionKind.WITHDRAWAL),
        report(Counts(all=2, cancelled=2), status=Status.CANCELLED),
    ]
    shown = [sent_keyboards.past(ENGLISH, reports, 0, now).inline_keyboard for now in (NOW, later)]
    assert [row[0].text for row in shown[0]] == [
        "18:02 · 41 of 56 · Buses to the dinner leave at…",
        "18:02 · scheduled · Buses to the dinner leave a…",
        "18:02 · withdrawn · Buses to the dinner leave a…",
        "18:02 · cancelled · Buses to the dinner leave a…",
    ]
    assert shown[1][0][0].text == "Mon 11 18:02 · 41 of 56 · Buses to the dinner l…"


def test_names_are_turned_and_lead_back_to_the_report() -> None:
    pages = [sent_keyboards.names(ENGLISH, 12, Group.UNSEEN, page, 3) for page in range(3)]
    assert [[each.callback_data for row in p.inline_keyboard for each in row] for p in pages] == [
        ["names:12:unseen:1", "report:12"],
        ["names:12:unseen:0", "names:12:unseen:2", "report:12"],
        ["names:12:unseen:1", "report:12"],
    ]
    alone = sent_keyboards.names(ENGLISH, 12, Group.UNSEEN, 0, 1)
    assert labels(alone) == [["◀ The report"]]


def test_data_of_every_button_is_short_enough() -> None:
    number = 10**15 - 1
    counts = Counts(all=6, delivered=2, doubtful=1, blocked=3)
    keyboards = [
        sent_keyboards.report(FRENCH, report(counts, number=number, urgency=Urgency.URGENT), True),
        sent_keyboards.names(FRENCH, number, Group.NOT_REACHED, 8000, 9000),
        sent_keyboards.ask_withdraw(FRENCH, number),
        sent_keyboards.ask_resend(FRENCH, number, sent_keyboards.DOUBTFUL),
    ]
    rows = [row for each in keyboards if each for row in each.inline_keyboard]
    data = [str(each.callback_data) for row in rows for each in row]
    assert max(len(each.encode()) for each in data) <= 64


def test_tapped_button_keeps_the_others_and_changes_once() -> None:
    mark = InlineKeyboardButton("Corrected", callback_data="mark:corrected:1")
    got_it = InlineKeyboardButton("Got it", callback_data="gotit:3")
    keyboard = InlineKeyboardMarkup([[mark], [got_it]])
    changed = sent_keyboards.tapped(ENGLISH, keyboard, "gotit:3")
    assert changed is not None
    assert labels(changed) == [["Corrected"], ["✓ Got it"]]
    assert sent_keyboards.tapped(ENGLISH, changed, "gotit:3") is None
