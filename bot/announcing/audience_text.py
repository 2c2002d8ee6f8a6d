"""Whom an announcement is for, in words, pure: a sentence, how many, and their names."""

from collections.abc import Iterable, Mapping, Sequence

from bot.agenda_text import shortened
from bot.people_text import COMMUNITIES, ROLES
from bot.wording import Words
from meeting.audience import Audience, Candidate, Kind
from meeting.people import Community, Role
from services.drafts import Reach

NAMES_SHOWN = 20  # on one page; with what follows they fit into a message
LINE_CHARACTERS = 80
VALUES_TOLD = 4  # of one kind; the others are counted
VALUE_CHARACTERS = 40

# What each value that was chosen is called, where the bot has no text for it.
Labels = Mapping[tuple[Kind, str], str]
PARTS: Mapping[Kind, str] = {
    Kind.COMMUNITY: "announce.of_community",
    Kind.ORGANISATION: "announce.of_organisation",
    Kind.ROLE: "announce.of_role",
    Kind.LANGUAGE: "announce.of_language",
    Kind.SESSION: "announce.of_session",
    Kind.GROUP: "announce.of_group",
    Kind.UNSEEN: "announce.of_unseen",
}
QUOTED = (Kind.SESSION, Kind.GROUP, Kind.UNSEEN)


def value(words: Words, kind: Kind, value: str, label: str = "") -> str:
    """What one value is called, plain; `label` where the bot has no text for its kind."""
    if kind is Kind.COMMUNITY:
        return words.plain(COMMUNITIES.get(Community(value), "announce.other_community"))
    if kind is Kind.ROLE:
        return words.plain(ROLES[Role(value)])
    if kind is Kind.LANGUAGE:
        return words.texts.get(f"languages.{value}", value)
    return label or value


def whom(words: Words, audience: Audience, labels: Labels) -> str:
    """Diplomacy or development, and in French; plain."""
    if audience.is_everyone:
        return words.plain("announce.everyone")
    kinds = dict.fromkeys(kind for kind, _ in audience.chosen)
    parts = [_part(words, kind, audience.values(kind), labels) for kind in kinds]
    return capital(words.texts["announce.and"].join(parts))


def people(words: Words, reach: Reach) -> str:
    """23 people, 4 of whom have never opened the bot; plain."""
    parts = [counted(words, "announce.people_one", "announce.people", reach.count)]
    if reach.count and reach.not_linked == reach.count:
        one, more = "announce.only_not_opened", "announce.none_opened"
        parts.append(counted(words, one, more, reach.count))
    elif reach.not_linked:
        one, more = "announce.not_opened_one", "announce.not_opened"
        parts.append(counted(words, one, more, reach.not_linked))
    if reach.unreachable:
        one, more = "announce.unreachable_one", "announce.unreachable"
        parts.append(counted(words, one, more, reach.unreachable))
    return ", ".join(parts)


def meant(words: Words, audience: Audience, labels: Labels, reach: Reach) -> str:
    """The sentence above the buttons."""
    said = people(words, reach) if reach.count else words.plain("announce.no_people")
    return words("announce.meant", whom=whom(words, audience, labels), people=said)


def names(words: Words, audience: Audience, labels: Labels, reach: Reach, first: int) -> str:
    """A page of the people who are meant, from number `first` (counted from 0)."""
    shown = reach.people[first : first + NAMES_SHOWN]
    lines = [meant(words, audience, labels, reach), "", *_lines(words, shown)]
    if len(shown) < reach.count:
        last = first + len(shown)
        lines += ["", words("announce.page_of", first=first + 1, last=last, all=reach.count)]
    return "\n".join(lines)


def counted(words: Words, one: str, many: str, count: int) -> str:
    """The text for one of them, or for more; plain."""
    return words.plain(one if count == 1 else many, count=count)


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _part(words: Words, kind: Kind, values: Sequence[str], labels: Labels) -> str:
    told = [_told(words, kind, each, labels) for each in values[:VALUES_TOLD]]
    if len(values) > VALUES_TOLD:
        told.append(words.plain("announce.more_values", count=len(values) - VALUES_TOLD))
    return words.plain(PARTS[kind], values=words.texts["announce.or"].join(told))


def _told(words: Words, kind: Kind, each: str, labels: Labels) -> str:
    name = shortened(value(words, kind, each, labels.get((kind, each), "")), VALUE_CHARACTERS)
    return words.plain("announce.quoted", title=name) if kind in QUOTED else name


def _lines(words: Words, people: Iterable[Candidate]) -> Iterable[str]:
    for one in people:
        about = f"{one.name}, {one.organisation}" if one.organisation else one.name
        key = "announce.person" if one.linked else "announce.person_not_opened"
        yield words(key, about=shortened(about, LINE_CHARACTERS))
