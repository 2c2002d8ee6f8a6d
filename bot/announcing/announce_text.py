"""What /announce asks and says until an announcement is on its way, as Telegram HTML, pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot import times
from bot.announcing.audience_text import Labels, counted, people, whom
from bot.wording import Words
from meeting.announcements import is_night
from meeting.delivery import Urgency
from services.config import AnnouncementsSection
from services.drafts import Awaited, Draft, Reach


@dataclass(frozen=True, slots=True)
class View:
    """What a draft is shown against; `offered` are the codes of the languages."""

    reach: Reach
    labels: Labels
    offered: Sequence[str]
    settings: AnnouncementsSection


def question(words: Words, draft: Draft, at: datetime) -> str:
    """What is asked of the author where something of them is awaited."""
    if draft.awaited is Awaited.TIME:
        day = times.day(words, at.date() + timedelta(days=2))
        return words("announce.ask_time", place=_place(at), day=day)
    if draft.awaited is Awaited.TRANSLATION:
        return words("announce.ask_translation", language=_language(words, draft.language or ""))
    if draft.corrects is not None:
        return words("announce.ask_correction")
    return _anew(words, draft) if draft.message else words("announce.ask")


def control(words: Words, draft: Draft, view: View) -> str:
    """Below the preview: to whom, how many, how loud, in which languages."""
    lines = [words("announce.looks")]
    if draft.corrects is None:
        said = whom(words, draft.audience, view.labels)
        lines.append(words("announce.to", whom=said, people=people(words, view.reach)))
        lines.append(_loudness(words, draft.urgency, view.settings))
    else:
        lines.append(words("announce.corrects"))
    return "\n".join([*lines, *_languages(words, draft, view)])


def confirm(words: Words, draft: Draft, view: View, then: datetime) -> str:
    """Before it is scheduled; `then` is in the meeting's zone."""
    lines = [scheduled(words, view.reach, then)]
    if _silent(draft, view.settings, then):
        lines.append(words("announce.silent_then"))
    return "\n".join(lines)


def scheduled(words: Words, reach: Reach, then: datetime) -> str:
    """It goes out on Tuesday 12 February at 08:00 (Oslo time) to 40 people."""
    day, clock, place = times.day(words, then.date()), times.time(then), _place(then)
    return words("announce.goes_out", day=day, time=clock, place=place, people=people(words, reach))


def under_way(words: Words, draft: Draft, reach: Reach) -> str:
    """In place of the buttons, as soon as it is sent."""
    if draft.corrects is not None:
        return words("announce.correcting")
    now = reach.count - reach.not_linked - reach.unreachable
    if not now and reach.not_linked:
        return words("announce.all_later")
    said = counted(words, "announce.people_one", "announce.people", now)
    sent = words("announce.sent", people=said)
    if not reach.not_linked:
        return sent
    later = counted(words, "announce.later_one", "announce.later", reach.not_linked)
    return f"{sent}\n{later}"


def _anew(words: Words, draft: Draft) -> str:
    parts = [words("announce.ask_anew")]
    if draft.message is not None and len(draft.message.texts) > 1:
        parts.append(words("announce.translations_go"))
    return " ".join(parts)


def _loudness(words: Words, urgency: Urgency, settings: AnnouncementsSection) -> str:
    if urgency is Urgency.URGENT:
        return words("announce.is_urgent")
    begins, ends = settings.night_begins, settings.night_ends
    if begins == ends:
        return words("announce.is_normal")
    return words("announce.is_silent", begins=_clock(begins), ends=_clock(ends))


def _languages(words: Words, draft: Draft, view: View) -> list[str]:
    """The languages of the texts, and who would rather read another one."""
    given = list(draft.message.texts) if draft.message else []
    if len(view.offered) < 2 or not given:
        return []
    line = words("announce.in_languages", languages=", ".join(_language(words, c) for c in given))
    missing = [_would_read(words, code, view) for code in view.offered if code not in given]
    return ["".join([line, *missing])]


def _would_read(words: Words, code: str, view: View) -> str:
    count = sum(one.language == code for one in view.reach.people)
    if not count:
        return ""
    key = "announce.would_read_one" if count == 1 else "announce.would_read"
    return words(key, count=count, language=_language(words, code))


def _silent(draft: Draft, settings: AnnouncementsSection, then: datetime) -> bool:
    quiet = is_night(then, ZoneInfo(str(then.tzinfo)), settings.night_begins, settings.night_ends)
    return quiet and draft.urgency is not Urgency.URGENT


def _language(words: Words, code: str) -> str:
    return words.texts.get(f"languages.{code}", code)


def _place(at: datetime) -> str:
    """Oslo, of Europe/Oslo."""
    return str(at.tzinfo).rpartition("/")[2].replace("_", " ")


def _clock(at: time) -> str:
    return at.strftime("%H:%M")
