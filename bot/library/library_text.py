"""The papers and their versions as editors read them, as Telegram HTML; pure."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.agenda_text import shortened
from bot.library.paper_keyboards import SHOWN
from bot.library.paper_text import TITLE_CHARACTERS, size
from bot.library.reader_text import Titles, readers
from bot.wording import Words
from meeting.paper_audience import AudienceKind
from store.rows import PaperRow, VersionRow

VERSIONS_SHOWN = 8


def papers(words: Words, listed: Sequence[PaperRow], first: int, zone: ZoneInfo) -> str:
    """A page of all papers, from number `first` (counted from 0); `zone` is the meeting's."""
    if not listed:
        return words("library.none")
    shown = listed[first : first + SHOWN]
    lines = [words("library.title"), ""]
    lines += [_line(words, each, number, zone) for number, each in enumerate(shown, first + 1)]
    if len(shown) < len(listed):
        last = first + len(shown)
        lines += ["", words("papers.page_of", first=first + 1, last=last, all=len(listed))]
    return "\n".join(lines)


def card(
    words: Words,
    paper: PaperRow,
    versions: Sequence[VersionRow],
    titles: Titles,
    zone: ZoneInfo,
    may_erase: bool = False,
) -> str:
    """One paper with its versions, newest first, and who may read it; to organisers also how it is
    erased. Its short name is not for editors: "cases-2" tells of another paper that may not be for
    them."""
    head = words("library.card", title=shortened(paper.title, TITLE_CHARACTERS))
    key = "library.no_forwarding" if paper.protected else "library.forwarding"
    whom = readers(words, paper.audience, titles)
    facts = words("library.facts", whom=whom, forwarding=words.plain(key))
    shown = [_version(words, paper, each, zone) for each in versions[:VERSIONS_SHOWN]]
    if (left := len(versions) - VERSIONS_SHOWN) > 0:
        shown.append(words("library.more_one" if left == 1 else "library.more", count=left))
    erase = ["", words("library.erase", slug=paper.slug)] if may_erase else []
    return "\n".join([head, facts, "", *shown, *erase])


def ask_back(words: Words, paper: PaperRow, version: VersionRow) -> str:
    """Whether an older version is to be read again."""
    title = shortened(paper.title, TITLE_CHARACTERS)
    live = paper.live.number if paper.live else 0
    return words("library.ask_back", title=title, number=version.number, live=live)


def date(words: Words, at: datetime, zone: ZoneInfo) -> str:
    """11 February 2008, in the meeting's zone; plain."""
    day = at.astimezone(zone)
    month = words.texts["papers.months"].split()[day.month - 1]
    return words.plain("papers.date", day=day.day, month=month, year=day.year)


def _line(words: Words, paper: PaperRow, number: int, zone: ZoneInfo) -> str:
    parts = [words.plain("library.unpublished")]
    if (live := paper.live) is not None and live.published_at is not None:
        on = date(words, live.published_at, zone)
        parts = [words.plain("library.live", number=live.number, date=on)]
        if paper.drafts:
            parts.append(words.plain("library.has_draft"))
    if paper.audience.kind is AudienceKind.ORGANISERS:
        parts.append(words.plain("paper.organisers"))
    if paper.protected:
        parts.append(words.plain("library.locked"))
    title = shortened(paper.title, TITLE_CHARACTERS)
    return words("library.line", number=number, title=title, about=" · ".join(parts))


def _brought_back(words: Words, paper: PaperRow, version: VersionRow, zone: ZoneInfo) -> list[str]:
    """That it was read before and is again, since when and who wanted that."""
    if paper.changed_at is None or paper.changed_at == version.published_at:
        return []
    on = date(words, paper.changed_at, zone)
    if paper.changed_by is None:
        return [words.plain("library.back", date=on)]
    return [words.plain("library.back_by", date=on, name=paper.changed_by)]


def _version(words: Words, paper: PaperRow, version: VersionRow, zone: ZoneInfo) -> str:
    """v2 · 10 February 2008 · 9 pages · by Ola Li · published by Bo Ek · read now"""
    facts = [date(words, version.published_at or version.added_at, zone)]
    if version.pages is not None:
        facts.append(size(words, version.pages))
    if version.author:
        facts.append(words.plain("library.by", author=version.author))
    if version.publisher not in (None, version.author):
        facts.append(words.plain("library.published_by", publisher=version.publisher))
    key = "library.version" if version.published_at else "library.version_draft"
    if paper.live is not None and version.version_id == paper.live.version_id:
        key = "library.version_now"
        facts += _brought_back(words, paper, version, zone)
    return words(key, number=version.number, facts=" · ".join(facts))
