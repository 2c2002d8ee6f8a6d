"""The buttons below a draft of the agenda, pure; each holds the draft's number, and those that
release it the revision that was looked at."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.agenda_keyboards import Row, markup
from bot.keyboards import button
from bot.wording import Words
from services.agenda_drafts import AgendaDraft, DraftView

REL = "rel"
SHOW, ALL, WHO, SEE = "rel:show", "rel:all", "rel:who", "rel:see"
GO, QUIET, DROP, NAME = "rel:go", "rel:quiet", "rel:drop", "rel:name"
ONLY = "rel:only"  # without what earlier files brought and the last one has not
SURE = "rel:sure"  # followed by QUIETLY or ALOUD: the second question was answered
ALOUD, QUIETLY = "aloud", "quietly"
HEARD = f"({ALOUD}|{QUIETLY})"


def draft(words: Words, view: DraftView, is_cut: bool) -> InlineKeyboardMarkup:
    """What can be done with a draft; `is_cut`: the message does not show all of it."""
    number, revision = view.draft.draft_id, view.draft.revision
    if view.is_empty:
        return markup([_discard(words, view.draft)])
    rows: list[Row] = [[_one(words, "release.all", ALL, number, 0)]] if is_cut else []
    if view.told:
        who = _one(words, "release.who_button", WHO, number, 0)
        rows.append([who, _one(words, "release.see", SEE, number, 0)])
    release = [_one(words, "release.go", GO, number, revision)]
    if view.told:
        release.append(_one(words, "release.quietly", QUIET, number, revision))
    if view.stays:
        rows.append([_one(words, "release.only_file", ONLY, number, revision)])
    describe = _one(words, "release.describe", NAME, number)
    return markup([*rows, release, [describe, *_discard(words, view.draft)]])


def paged(words: Words, data: str, draft_id: int, page: int, pages: int) -> InlineKeyboardMarkup:
    """The other pages, and the way back to the draft; pages are counted from 0."""
    turn: Row = []
    if page > 0:
        turn.append(_one(words, "announce.earlier", data, draft_id, page - 1))
    if page + 1 < pages:
        turn.append(_one(words, "buttons.more", data, draft_id, page + 1))
    return markup([turn, [_one(words, "release.back", SHOW, draft_id)]])


def ask_twice(
    words: Words, draft_id: int, revision: int, quiet: bool, count: int
) -> InlineKeyboardMarkup:
    """[Yes, cancel 23 sessions] [No, back]"""
    how = QUIETLY if quiet else ALOUD
    yes = button(words.plain("release.yes_drop", count=count), SURE, draft_id, revision, how)
    return markup([[yes], [_one(words, "release.no", SHOW, draft_id)]])


def describing(words: Words, draft_id: int) -> InlineKeyboardMarkup:
    """[Cancel], below the question for a name: back to the draft."""
    return markup([[_one(words, "release.cancel", SHOW, draft_id)]])


def _discard(words: Words, draft: AgendaDraft) -> Row:
    return [_one(words, "release.discard", DROP, draft.draft_id)]


def _one(words: Words, key: str, prefix: str, *parameters: object) -> InlineKeyboardButton:
    return button(words.plain(key), prefix, *parameters)
