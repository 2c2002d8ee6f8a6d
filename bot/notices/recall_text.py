"""A paper says otherwise than its reader was told, pure: the old words beside the new ones, in
which what differs is bold."""

from datetime import datetime, timedelta
from difflib import SequenceMatcher

from telegram import InlineKeyboardMarkup

from bot import times
from bot.agenda_keyboards import button, markup
from bot.agenda_text import fitted, shortened
from bot.library.changes_keyboards import CHANGES
from bot.render import escape
from bot.wording import Words
from services.recall_letter import RecallLetter, RecallLine

TITLE_CHARACTERS = 100
QUOTED_WORDS = 40  # of a longer sentence, those around the first that differs
WORDS_BEFORE = 12  # that one, in such a piece
WORD_CHARACTERS = 60
LISTED = 5  # in one message; the others are behind [What changed]
A_WEEK = timedelta(days=6)


def recall(words: Words, letter: RecallLetter) -> tuple[str, InlineKeyboardMarkup]:
    """One change as sentences, more of them as a list."""
    only, *others = letter.lines
    html = _list(words, letter) if others else _one(words, letter, only)
    return html, markup([[button(words.plain("recall.changes"), CHANGES, letter.paper_id)]])


def _one(words: Words, letter: RecallLetter, line: RecallLine) -> str:
    facts = _facts(words, letter, line)
    if not line.old:
        return words.plain("recall.more", **facts)
    if line.new:
        holds = "recall.newer" if letter.is_newer else "recall.again"
    else:
        holds = "recall.newer_gone" if letter.is_newer else "recall.again_gone"
    return " ".join(words.plain(key, **facts) for key in ("recall.told", holds))


def _list(words: Words, letter: RecallLetter) -> str:
    shown = [_listed(words, letter, line) for line in letter.lines[:LISTED]]
    key = "recall.list" if letter.is_newer else "recall.list_again"
    title = shortened(letter.title, TITLE_CHARACTERS)
    heading = words(key, title=title, version=letter.number, count=len(letter.lines))
    if more := len(letter.lines) - len(shown):
        shown.append(words("recall.list_more", count=more))
    return fitted(words, heading, shown)


def _listed(words: Words, letter: RecallLetter, line: RecallLine) -> str:
    facts = _facts(words, letter, line)
    if not line.old:
        return words.plain("recall.line_more", **facts)
    return words.plain("recall.line" if line.new else "recall.line_gone", **facts)


def _facts(words: Words, letter: RecallLetter, line: RecallLine) -> dict[str, str]:
    """What a text may name, HTML."""
    old, new = _beside(line.old, line.new)
    return {
        "title": escape(shortened(letter.title, TITLE_CHARACTERS)),
        "version": str(letter.number),
        "day": escape(_day(words, line.told_at, letter.at)),
        "old": words.plain("ask.quoted", text=old),
        "new": words.plain("ask.quoted", text=new),
        "place": escape(f"v{letter.number}, {line.place}"),
    }


def _day(words: Words, told_at: datetime, at: datetime) -> str:
    """Today, Yesterday, On Sunday, On Monday 4 February: as a sentence begins."""
    ago = at.date() - told_at.date()
    if ago <= timedelta(days=1):
        return words.plain("recall.yesterday" if ago else "recall.today")
    day = times.title_day(words, told_at.date())
    return words.plain("recall.on", day=day.split()[0] if ago <= A_WEEK else day)


def _beside(old: str, new: str) -> tuple[str, str]:
    """Both as HTML, without their full stops; in the new one bold what the old one has not."""
    before, after = _words(old), _words(new)
    parts = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    same = {at for kind, _, _, first, end in parts if kind == "equal" for at in range(first, end)}
    changes = [part for part in parts if part[0] != "equal"] if old and new else []
    bold = set(range(len(after))) - same if changes else set[int]()
    first, begins = (changes[0][1], changes[0][3]) if changes else (0, 0)
    return _piece(before, first, set()), _piece(after, begins, bold)


def _piece(found: list[str], first: int, bold: set[int]) -> str:
    """All of it, or the words around `first`; neighbouring bold words under one mark."""
    start = max(0, first - WORDS_BEFORE) if len(found) > QUOTED_WORDS else 0
    shown = range(start, min(len(found), start + QUOTED_WORDS))
    said = " ".join(
        f"<b>{escape(found[at])}</b>" if at in bold else escape(found[at]) for at in shown
    ).replace("</b> <b>", " ")
    return ("… " if start else "") + said + (" …" if shown.stop < len(found) else "")


def _words(text: str) -> list[str]:
    return [shortened(word, WORD_CHARACTERS) for word in text.removesuffix(".").split()]
