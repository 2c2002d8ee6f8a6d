"""The buttons that choose whom an announcement is for, pure; each holds the number of its draft.

A value is named by its `short_code`, because names of organisations are longer than a button's
data may be.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot import times
from bot.agenda_keyboards import day_data
from bot.agenda_text import shortened
from bot.announcing.announce_keyboards import CANCEL, WHOM
from bot.announcing.audience_text import NAMES_SHOWN, capital, value
from bot.keyboards import button
from bot.wording import Words
from meeting.agenda import Session
from meeting.audience import Kind
from meeting.codes import short_code
from services.drafts import Choice, Draft, Reach

ALL, TICK, MORE, LIST = "an:all", "an:tick", "an:more", "an:list"
DAYS, DAY, NAMES, NEXT = "an:days", "an:day", "an:names", "an:next"
TICKED = "✓ "
SHOWN = 8  # values on one page
ON, OFF = "on", "off"  # what a tap makes of a value, so that a second one does not take it back
LABEL_CHARACTERS = 38  # so that the number behind it is seen
PAIRED_CHARACTERS = 17  # two labels that are no longer stand side by side on a phone
# Behind [More…], in this order.
KINDS: Mapping[Kind, str] = {
    Kind.ORGANISATION: "announce.organisations",
    Kind.ROLE: "announce.roles",
    Kind.LANGUAGE: "announce.languages",
    Kind.GROUP: "announce.groups",
    Kind.UNSEEN: "announce.unseen",
}

Row = list[InlineKeyboardButton]


def top(words: Words, draft: Draft, communities: Sequence[Choice]) -> InlineKeyboardMarkup:
    """Everyone, the communities, and the ways to all else; everybody is in one community."""
    everyone = sum(choice.count for choice in communities)
    ticked = draft.audience_is_chosen and draft.audience.is_everyone
    label = _label(words.plain("announce.everyone"), everyone, ticked)
    session = button(words.plain("announce.a_session"), DAYS, draft.draft_id)
    more = button(words.plain("announce.more"), MORE, draft.draft_id)
    cancel = [button(words.plain("announce.cancel"), CANCEL, draft.draft_id)]
    rows = [
        [button(label, ALL, draft.draft_id)],
        *_paired([_choice(words, draft, each, 0) for each in communities]),
        [session, more],
    ]
    return _markup(rows, _onwards(words, draft), cancel)


def kinds(words: Words, draft: Draft, offered: Sequence[Kind]) -> InlineKeyboardMarkup:
    """[Organisations] [Roles] and so on: those of which there are values."""
    rows = [
        [
            button(
                _ticked(words.plain(KINDS[each]), _has(draft, each)), LIST, draft.draft_id, each, 0
            )
        ]
        for each in KINDS
        if each in offered
    ]
    return _markup(rows, _onwards(words, draft), _back(words, WHOM, draft.draft_id))


def values(
    words: Words, draft: Draft, kind: Kind, choices: Sequence[Choice], first: int
) -> InlineKeyboardMarkup:
    """A page of the values of one kind, from number `first` (counted from 0)."""
    shown = choices[first : first + SHOWN]
    rows = [[_choice(words, draft, each, first)] for each in shown]
    turn = _turn(words, (LIST, draft.draft_id, kind), first, len(choices), SHOWN)
    return _markup([*rows, turn], _onwards(words, draft), _back(words, MORE, draft.draft_id))


def days(words: Words, draft: Draft, everything: Sequence[date]) -> InlineKeyboardMarkup:
    """A button for each day of the agenda."""
    rows = [
        [button(times.title_day(words, day), DAY, draft.draft_id, day_data(day), 0)]
        for day in everything
    ]
    return _markup(rows, _onwards(words, draft), _back(words, WHOM, draft.draft_id))


def sessions(
    words: Words,
    draft: Draft,
    everything: Sequence[Session],
    counts: Mapping[str, int],
    first: int,
) -> InlineKeyboardMarkup:
    """A page of the sessions of one day; `counts` says how many people each has, by its id."""
    choices = [
        Choice(Kind.SESSION, each.session_id, f"{times.time(each.starts)} {each.title}", count)
        for each in everything
        if (count := counts.get(each.session_id, 0))
    ]
    rows = [[_choice(words, draft, each, first)] for each in choices[first : first + SHOWN]]
    day = day_data(everything[0].starts.date())
    turn = _turn(words, (DAY, draft.draft_id, day), first, len(choices), SHOWN)
    return _markup([*rows, turn], _onwards(words, draft), _back(words, DAYS, draft.draft_id))


def names(words: Words, draft: Draft, reach: Reach, first: int) -> InlineKeyboardMarkup:
    """The other pages, and the way back to the choice."""
    turn = _turn(words, (NAMES, draft.draft_id), first, reach.count, NAMES_SHOWN)
    next_ = button(words.plain("announce.next"), NEXT, draft.draft_id)
    whom = button(words.plain("announce.whom"), WHOM, draft.draft_id)
    return _markup([turn], [whom, next_], [])


def _choice(words: Words, draft: Draft, choice: Choice, first: int) -> InlineKeyboardButton:
    name = capital(value(words, choice.kind, choice.value, choice.label))
    ticked = draft.audience.has(choice.kind, choice.value)
    code, then = short_code(choice.value), OFF if ticked else ON
    label = _label(name, choice.count, ticked)
    return button(label, TICK, draft.draft_id, choice.kind, code, first, then)


def _label(name: str, count: int, ticked: bool) -> str:
    return _ticked(f"{shortened(name, LABEL_CHARACTERS)} {count}", ticked)


def _ticked(label: str, ticked: bool) -> str:
    return TICKED + label if ticked else label


def _has(draft: Draft, kind: Kind) -> bool:
    return bool(draft.audience.values(kind))


def _onwards(words: Words, draft: Draft) -> Row:
    """[Names] and [Next ▶], as soon as somebody is chosen."""
    if not draft.audience_is_chosen:
        return []
    names = button(words.plain("announce.names"), NAMES, draft.draft_id, 0)
    return [names, button(words.plain("announce.next"), NEXT, draft.draft_id)]


def _back(words: Words, data: str, number: int) -> Row:
    return [button(words.plain("buttons.back"), data, number)]


def _turn(words: Words, data: tuple[object, ...], first: int, count: int, step: int) -> Row:
    prefix, *parameters = data
    row: Row = []
    if first > 0:
        earlier = max(0, first - step)
        row.append(button(words.plain("announce.earlier"), str(prefix), *parameters, earlier))
    if first + step < count:
        row.append(button(words.plain("buttons.more"), str(prefix), *parameters, first + step))
    return row


def _paired(buttons: Sequence[InlineKeyboardButton]) -> list[Row]:
    """Short labels two in a row, long ones alone."""
    rows: list[Row] = []
    for each in buttons:
        if _is_short(each) and rows and len(rows[-1]) == 1 and _is_short(rows[-1][0]):
            rows[-1].append(each)
        else:
            rows.append([each])
    return rows


def _is_short(button: InlineKeyboardButton) -> bool:
    """Ticked or not, so that nothing moves below a thumb."""
    return len(button.text.removeprefix(TICKED)) <= PAIRED_CHARACTERS


def _markup(rows: Sequence[Row], *last: Row) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([row for row in (*rows, *last) if row])
