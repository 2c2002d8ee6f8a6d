"""The buttons of /groups, pure. Each holds the code of its block; those that change something also
the stamp of what stood above them, so that nothing happens that an organiser did not see."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.agenda_keyboards import Row, button, first_of, markup
from bot.announcing.audience_text import counted
from bot.grouping import groups_words
from bot.wording import Words
from meeting.codes import session_code
from services.groups import BlockView, GroupMember, Overview

GR = "gr"
LIST, BLOCK, ASK, ASKED = "gr:list", "gr:block", "gr:ask", "gr:asked"
MAKE, DROP, RELEASE = "gr:make", "gr:drop", "gr:release"
TABLE, FILE = "gr:table", "gr:file"
WHO, WHOM, TO = "gr:who", "gr:whom", "gr:to"
PEOPLE_SHOWN = 10  # on one page


def overview(words: Words, found: Overview) -> InlineKeyboardMarkup | None:
    """A button for each block, if there are any."""
    rows = [[_block(words, view)] for view in found.blocks]
    return markup(rows) if rows else None


def block(words: Words, view: BlockView) -> InlineKeyboardMarkup:
    """What can be done about a block for which nothing is proposed."""
    code, asks = view.block.code, []
    if not (view.row.released or view.block.has_begun(view.at)) and view.to_ask:
        label = "groups.ask_again" if view.row.asked else "groups.ask"
        asks.append(button(words.plain(label), ASK, code))
    make = [button(words.plain("groups.make"), MAKE, code, view.stamp)] if view.members else []
    rows = [asks, make, [_file(words, view)]]
    if view.placed:
        rows = [asks, make, [_table(words, view), _move(words, view)], [_file(words, view)]]
    return markup([*rows, _all(words)])


def proposal(words: Words, view: BlockView) -> InlineKeyboardMarkup:
    """What can be done with a proposal."""
    code, stamp = view.block.code, view.stamp
    anew = button(words.plain("groups.make_anew"), MAKE, code, stamp)
    release = button(words.plain("groups.release"), RELEASE, code, stamp)
    discard = button(words.plain("groups.discard"), DROP, code, stamp)
    rows = [
        [_table(words, view), _move(words, view)],
        [_file(words, view), anew],
        [release, discard],
    ]
    return markup([*rows, _all(words)])


def ask(words: Words, view: BlockView) -> InlineKeyboardMarkup:
    """[Ask 52 people], and the way back."""
    count = len(view.to_ask)
    yes = counted(words, "groups.yes_ask_one", "groups.yes_ask", count)
    return markup([[button(yes, ASKED, view.block.code, view.row.asked)], [_back(words, view)]])


def back(words: Words, view: BlockView) -> InlineKeyboardMarkup:
    """[Back], to the block."""
    return markup([[_back(words, view)]])


def table(words: Words, view: BlockView, first: int, step: int) -> InlineKeyboardMarkup:
    """The other pages of the table, and the way back."""
    turn = _turn(words, TABLE, view, first, len(view.members), step)
    return markup([turn, [_move(words, view), _back(words, view)]])


def people(words: Words, view: BlockView, first: int) -> InlineKeyboardMarkup:
    """A page of everybody, each with where they are."""
    shown = view.members[first : first + PEOPLE_SHOWN]
    rows = [[_person(view, one)] for one in shown]
    turn = _turn(words, WHO, view, first, len(view.members), PEOPLE_SHOWN)
    return markup([*rows, turn, [_back(words, view)]])


def places(words: Words, view: BlockView, one: GroupMember) -> InlineKeyboardMarkup:
    """The groups that somebody is not in, and the way back to the page that they are on."""
    rows = [
        [
            button(
                groups_words.place(words, view, session),
                TO,
                view.block.code,
                view.stamp,
                one.person_id,
                session_code(session.session_id),
            )
        ]
        for session in view.block.sessions
        if session.session_id != one.group
    ]
    first = first_of(str(view.members.index(one)), len(view.members), PEOPLE_SHOWN)
    back_to_page = button(words.plain("buttons.back"), WHO, view.block.code, first)
    return markup([*rows, [back_to_page]])


def _block(words: Words, view: BlockView) -> InlineKeyboardButton:
    when, count = groups_words.when(words, view.block), len(view.block.sessions)
    return button(words.plain("groups.button", **when, sessions=count), BLOCK, view.block.code)


def _person(view: BlockView, one: GroupMember) -> InlineKeyboardButton:
    session = view.block.session(one.group)
    label = f"{one.name} · {groups_words.short(view.agenda, session)}" if session else one.name
    return button(label, WHOM, view.block.code, one.person_id)


def _table(words: Words, view: BlockView) -> InlineKeyboardButton:
    return button(words.plain("groups.table_button"), TABLE, view.block.code, 0)


def _move(words: Words, view: BlockView) -> InlineKeyboardButton:
    return button(words.plain("groups.move"), WHO, view.block.code, 0)


def _file(words: Words, view: BlockView) -> InlineKeyboardButton:
    return button(words.plain("groups.spreadsheet"), FILE, view.block.code)


def _back(words: Words, view: BlockView) -> InlineKeyboardButton:
    return button(words.plain("buttons.back"), BLOCK, view.block.code)


def _all(words: Words) -> Row:
    return [button(words.plain("groups.back_to_all"), LIST, "")]


def _turn(words: Words, data: str, view: BlockView, first: int, count: int, step: int) -> Row:
    row: Row = []
    if first > 0:
        earlier = words.plain("groups.earlier")
        row.append(button(earlier, data, view.block.code, max(0, first - step)))
    if first + step < count:
        row.append(button(words.plain("buttons.more"), data, view.block.code, first + step))
    return row
