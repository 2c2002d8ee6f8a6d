"""Who would be told of a release, and of what: how many, and their names; Telegram HTML, pure."""

from bot.agenda_text import shortened
from bot.announcing.audience_text import counted
from bot.releasing.pages import pages
from bot.render import escape
from bot.wording import Words
from services.agenda_drafts import DraftView, Told

NAMES_SHOWN = 40  # on one page
NAME_CHARACTERS = 80
NUMBERS_SHOWN = 6  # of the changes that one person is told of
COUNTS_TOGETHER = 2  # lines whose counts stand in one sentence; those of more stand with each


def how_many(words: Words, view: DraftView) -> str:
    """“31 people would be told (22 + 18, 9 are in both).”, and how many cannot be."""
    if not view.told:
        return words("release.tells_nobody")
    parts = [words("release.tells", people=_people(words, view), parts=_parts(words, view))]
    away = sum(not one.linked for one in view.told)
    blocked = sum(one.linked and not one.reachable for one in view.told)
    if away:
        parts.append(escape(counted(words, "release.away_one", "release.away", away)))
    if blocked:
        parts.append(escape(counted(words, "release.blocked_one", "release.blocked", blocked)))
    return " ".join(parts)


def behind_line(words: Words, view: DraftView, session_id: str) -> str:
    """How many are told of one session, behind its line."""
    if len(view.lines) <= COUNTS_TOGETHER:
        return ""
    count = view.counts.get(session_id, 0)
    return " · " + words("release.tells_count", count=count) if count else ""


def names(words: Words, view: DraftView) -> list[str]:
    """Who would be told, on pages, each with the numbers of the changes where there are several."""
    several = len(view.lines) > 1
    title = words("release.who_numbers" if several else "release.who", people=_people(words, view))
    numbers = {line.session_id: n for n, line in enumerate(view.lines, 1)}
    lines = [_name(words, one, numbers if several else {}) for one in view.told]
    return pages(words, title, lines, NAMES_SHOWN)


def _people(words: Words, view: DraftView) -> str:
    return counted(words, "announce.people_one", "announce.people", len(view.told))


def _parts(words: Words, view: DraftView) -> str:
    """“ (22 + 18, 9 are in both)”; empty where it says nothing new."""
    told = [line for line in view.lines if view.counts.get(line.session_id, 0)]
    if not len(told) == len(view.lines) == COUNTS_TOGETHER:
        return ""
    first, second = (view.counts[line.session_id] for line in told)
    both = sum(len(one.lines) > 1 for one in view.told)
    parts = {"first": first, "second": second, "both": both}
    if not both:
        return words.plain("release.parts", first=first, second=second)
    return words.plain("release.parts_one" if both == 1 else "release.parts_both", **parts)


def _name(words: Words, one: Told, numbers: dict[str, int]) -> str:
    found = sorted(numbers[line.session_id] for line in one.lines if line.session_id in numbers)
    shown = [str(number) for number in found[:NUMBERS_SHOWN]]
    if len(found) > NUMBERS_SHOWN:
        shown.append("…")
    about = shortened(one.name, NAME_CHARACTERS)
    if shown:
        about = f"{about} ({', '.join(shown)})"
    if not one.linked:
        return words("announce.person_not_opened", about=about)
    return words("announce.person" if one.reachable else "release.person_blocked", about=about)
