"""The buttons below a draft of the agenda."""

from telegram import InlineKeyboardMarkup

from bot.releasing import draft_keyboards
from tests.bot.handlers.changing import changed
from tests.bot.releasing.views import ENGLISH, told, view
from tests.two_days import AGENDA

AFTER = changed("peace", AGENDA, room="nobel")
(PEACE,) = view(AFTER).lines


def data(keyboard: InlineKeyboardMarkup) -> list[list[tuple[str, object]]]:
    return [[(each.text, each.callback_data) for each in row] for row in keyboard.inline_keyboard]


def test_everything_that_can_be_done_with_a_draft() -> None:
    shown = view(AFTER, people=[told("Ada", PEACE)])
    assert data(draft_keyboards.draft(ENGLISH, shown, is_cut=True)) == [
        [("All changes", "rel:all:12:0")],
        [("Who", "rel:who:12:0"), ("See the message", "rel:see:12:0")],
        [("Release", "rel:go:12:3"), ("Release quietly", "rel:quiet:12:3")],
        [("Name and note…", "rel:name:12"), ("Discard", "rel:drop:12")],
    ]


def test_where_nobody_is_told_there_is_no_quiet_release() -> None:
    assert data(draft_keyboards.draft(ENGLISH, view(AFTER), is_cut=False)) == [
        [("Release", "rel:go:12:3")],
        [("Name and note…", "rel:name:12"), ("Discard", "rel:drop:12")],
    ]


def test_draft_that_changes_nothing_can_only_be_discarded() -> None:
    shown = view(AGENDA)
    assert data(draft_keyboards.draft(ENGLISH, shown, is_cut=False)) == [
        [("Discard", "rel:drop:12")]
    ]


def test_pages_lead_to_the_others_and_back() -> None:
    middle = draft_keyboards.paged(ENGLISH, draft_keyboards.WHO, 12, 1, 3)
    assert data(middle) == [
        [("◀ Earlier", "rel:who:12:0"), ("More ▶", "rel:who:12:2")],
        [("◀ The draft", "rel:show:12")],
    ]
    alone = draft_keyboards.paged(ENGLISH, draft_keyboards.WHO, 12, 0, 1)
    assert data(alone) == [[("◀ The draft", "rel:show:12")]]


def test_second_question_holds_how_it_was_asked_for() -> None:
    assert data(draft_keyboards.ask_twice(ENGLISH, 12, 3, quiet=True, count=6)) == [
        [("Yes, cancel 6 sessions", "rel:sure:12:3:quietly")],
        [("No, back", "rel:show:12")],
    ]
