"""/papers: the list of the papers, and the file on a tap."""

from datetime import datetime
from zoneinfo import ZoneInfo

from telegram import InputFile

from bot import keyboards, render
from bot.patience import patiently
from bot.visit import Visit
from bot.wording import Words
from services.errors import NotThere
from services.papers import PaperLine


async def show(visit: Visit) -> None:
    """The list; a tap on [More] changes the same message."""
    await visit.acknowledge()
    lines = await visit.run(visit.services.papers.published, visit.person)
    if not lines:
        await visit.say(visit.words("papers.none"))
        return
    first = min(int(visit.parameter or 0), len(lines) - 1)
    await visit.change(_list(visit, lines, first), keyboards.papers(visit.words, lines, first))


async def send(visit: Visit) -> None:
    """A tap on a paper sends its file; Telegram keeps it, so it is uploaded once per run."""
    await visit.acknowledge()
    try:
        file = await visit.run(visit.services.papers.file, visit.person, int(visit.parameter))
    except NotThere as error:
        await visit.say(visit.words(error.key))
        return
    caption = visit.words("papers.caption", title=file.title, version=file.number)
    await patiently(
        lambda: visit.context.bot.send_document(
            visit.person.chat_id,
            InputFile(file.data, file.file_name),
            caption=caption,
            protect_content=file.protected,
        )
    )


def _list(visit: Visit, lines: tuple[PaperLine, ...], first: int) -> str:
    words = visit.words
    zone = ZoneInfo(visit.services.config.meeting.time_zone)
    shown = lines[first : first + keyboards.PAPERS_SHOWN]
    parts = [words("papers.list")]
    parts += [_line(words, line, first + i + 1, zone) for i, line in enumerate(shown)]
    if len(shown) < len(lines):
        last = first + len(shown)
        parts.append(words("papers.page_of", first=first + 1, last=last, all=len(lines)))
    return render.pack(["\n\n".join(parts)])[0]


def _line(words: Words, line: PaperLine, number: int, zone: ZoneInfo) -> str:
    date = _date(words, line.published_at.astimezone(zone))
    if line.pages is None:
        return words("papers.line", number=number, title=line.title, version=line.number, date=date)
    key = "papers.one_page" if line.pages == 1 else "papers.many_pages"
    pages = words.plain(key, count=line.pages)
    return words(
        "papers.line_pages",
        number=number, title=line.title, version=line.number, date=date, pages=pages,
    )  # fmt: skip


def _date(words: Words, day: datetime) -> str:
    month = words.texts["papers.months"].split()[day.month - 1]
    return words.plain("papers.date", day=day.day, month=month, year=day.year)
