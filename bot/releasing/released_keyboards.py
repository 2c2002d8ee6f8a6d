"""The buttons below a release and of /history, pure; each holds the number of a version."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.agenda_keyboards import Row, markup
from bot.keyboards import button
from bot.releasing.draft_keyboards import SHOW
from bot.releasing.history_text import VERSIONS_SHOWN
from bot.releasing.released_text import has_missed
from bot.wording import Words
from services.agenda_history import VersionLine

HIST = "hist"
LIST, VERSION, AGAIN, REPLACE = "hist:list", "hist:one", "hist:again", "hist:replace"
HOW, MISSED = "hist:how", "hist:missed"
IN_A_ROW = 4  # numbers of versions


def released(words: Words, number: int) -> InlineKeyboardMarkup:
    """[How it goes]"""
    return markup([[_one(words, "release.how", HOW, number)]])


def standing(words: Words, line: VersionLine) -> InlineKeyboardMarkup:
    """[Who was not reached], [Refresh], and the way to the version."""
    rows: list[Row] = []
    if has_missed(line.told):
        rows.append([_one(words, "sent.who_not_reached", MISSED, line.number, 0)])
    the_version = button(words.plain("history.button", number=line.number), VERSION, line.number, 0)
    return markup([*rows, [the_version, _one(words, "sent.refresh", HOW, line.number)]])


def missed(words: Words, number: int, page: int, pages: int) -> InlineKeyboardMarkup:
    """The other pages, and the way back to how it goes; pages are counted from 0."""
    turn = _turn(words, (MISSED, number), page, pages)
    return markup([turn, [_one(words, "sent.the_report", HOW, number)]])


def history(words: Words, versions: Sequence[VersionLine], first: int) -> InlineKeyboardMarkup:
    """A button for each version of a page, four in a row, and the other pages."""
    shown = versions[first : first + VERSIONS_SHOWN]
    buttons = [button(str(each.number), VERSION, each.number, 0) for each in shown]
    rows = [buttons[at : at + IN_A_ROW] for at in range(0, len(buttons), IN_A_ROW)]
    turn: Row = []
    if first > 0:
        turn.append(_one(words, "history.newer", LIST, max(0, first - VERSIONS_SHOWN)))
    if first + VERSIONS_SHOWN < len(versions):
        turn.append(_one(words, "history.older", LIST, first + VERSIONS_SHOWN))
    return markup([*rows, turn])


def version(words: Words, line: VersionLine, page: int, pages: int) -> InlineKeyboardMarkup:
    """[Release again], for one that no longer holds; how it went; the other pages; the list."""
    turn = _turn(words, (VERSION, line.number), page, pages)
    deeds: Row = []
    if not line.holds:
        deeds.append(_one(words, "history.again", AGAIN, line.number))
    if line.told:
        deeds.append(_one(words, "release.how", HOW, line.number))
    return markup([turn, deeds, [_one(words, "history.back", LIST, 0)]])


def replace_draft(words: Words, number: int, draft_id: int) -> InlineKeyboardMarkup:
    """[Replace it] [Look at it first], where there is a draft that was not released."""
    look = _one(words, "history.look", SHOW, draft_id)
    return markup([[_one(words, "history.replace", REPLACE, number)], [look]])


def _turn(words: Words, data: tuple[str, int], page: int, pages: int) -> Row:
    row: Row = []
    if page > 0:
        row.append(_one(words, "announce.earlier", *data, page - 1))
    if page + 1 < pages:
        row.append(_one(words, "buttons.more", *data, page + 1))
    return row


def _one(words: Words, key: str, prefix: str, *parameters: object) -> InlineKeyboardButton:
    return button(words.plain(key), prefix, *parameters)
