"""How far the reading of a file is, and why one was refused; Telegram HTML, pure."""

from collections.abc import Mapping
from pathlib import PurePath

from bot.agenda_text import shortened
from bot.library.paper_text import TITLE_CHARACTERS
from bot.wording import Words
from knowledge.papers import Outcome
from services.paper_drafts import Progress, Stage
from store.rows import VersionRow

FILE_CHARACTERS = 60
# Kinds that are nothing but text: one of them that has none is empty, and no picture of pages.
ALL_TEXT = frozenset({".md", ".markdown", ".txt"})
REFUSED: Mapping[Outcome, str] = {
    Outcome.NEEDS_OCR: "paper.needs_ocr",
    Outcome.ENCRYPTED: "paper.encrypted",
    Outcome.DAMAGED: "paper.damaged",
    Outcome.TOO_BIG: "paper.too_big",
    Outcome.UNSUPPORTED: "paper.unsupported",
    Outcome.OK: "paper.nothing",  # it was read, and there is not one passage in it
}


def refused(words: Words, outcome: Outcome, file_name: str) -> str:
    """Why a file was not taken, and what to do."""
    if outcome is Outcome.NEEDS_OCR and PurePath(file_name).suffix.casefold() in ALL_TEXT:
        outcome = Outcome.OK
    return words(REFUSED[outcome], file=_file(file_name))


def same(words: Words, version: VersionRow, live: VersionRow | None, file_name: str) -> str:
    """A file that was sent before: the one that people read, or an older one."""
    title = shortened(version.title, TITLE_CHARACTERS)
    about = {"file": _file(file_name), "title": title, "number": version.number}
    if live is None or live.version_id == version.version_id:
        return words("paper.same", **about)
    return words("paper.same_older", **about, live=live.number)


def how_far(words: Words, file_name: str, far: Progress | None = None) -> str:
    """Reading note.pdf: page 40 of 300 …; None: nothing of it was read."""
    file = _file(file_name)
    if far is None:
        return words("paper.fetched", file=file)
    match far.stage:
        case Stage.READING if far.whole:
            return words("paper.reading_page", file=file, page=far.done, pages=far.whole)
        case Stage.READING:
            return words("paper.reading", file=file)
        case Stage.COMPARING:
            return words("paper.comparing", file=file)
        case Stage.EMBEDDING:
            percent = 100 * far.done // max(1, far.whole)
            return words("paper.embedding", file=file, percent=percent)


def _file(file_name: str) -> str:
    return shortened(file_name, FILE_CHARACTERS)
