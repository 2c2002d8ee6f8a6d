"""The people of an announcement by name, as pages of Telegram HTML, pure."""

from collections.abc import Iterator, Mapping, Sequence

from bot.agenda_text import shortened
from bot.render import LONGEST, units
from bot.wording import Words
from meeting.delivery import State
from services.announcements import Group, Line

NAME_CHARACTERS, REASON_CHARACTERS = 80, 120
NAMES_SHOWN = 40  # on one page
TITLES: Mapping[Group, str] = {
    Group.NOT_REACHED: "sent.list_not_reached",
    Group.UNSEEN: "sent.list_unseen",
    Group.DELIVERED: "sent.list_delivered",
}
# In the order in which an organiser can do something about it.
WHY: Mapping[State, str] = {
    State.NOT_LINKED: "sent.why_not_linked",
    State.BLOCKED: "sent.why_blocked",
    State.UNKNOWN: "sent.why_doubtful",
    State.HELD: "sent.why_doubtful",
    State.FAILED: "sent.why_failed",
    State.GONE: "sent.why_gone",
    State.EXPIRED: "sent.why_expired",
    State.CANCELLED: "sent.why_cancelled",
}
ORDER = tuple(dict.fromkeys(WHY.values()))


def pages(words: Words, group: Group, lines: Sequence[Line]) -> list[str]:
    """A group on as few pages as hold it, those not reached by why; at least one page."""
    title = words(TITLES[group], count=len(lines))
    bodies = list(_bodies(words, group, lines, _room(words, title)))
    if len(bodies) < 2:
        return ["\n".join([title, *(bodies or [words("sent.nobody")])])]
    return [
        f"{title}\n{body}\n\n{_page_of(words, number, len(bodies))}"
        for number, body in enumerate(bodies, 1)
    ]


def _room(words: Words, title: str) -> int:
    """What is left of a message between its title and the number of its page."""
    return LONGEST - units(f"{title}\n\n\n{_page_of(words, 9999, 9999)}")


def _page_of(words: Words, number: int, pages: int) -> str:
    return words("sent.page_of", number=number, all=pages)


def _bodies(words: Words, group: Group, lines: Sequence[Line], room: int) -> Iterator[str]:
    page: list[str] = []
    heading, names = "", 0
    for line in _by_why(group, lines):
        why = f"\n{words(WHY[line.state])}" if group is Group.NOT_REACHED else ""
        entry = _person(words, group, line)
        more = [why, entry] if why != heading else [entry]
        if names == NAMES_SHOWN or units("\n".join([*page, *more])) > room:
            yield "\n".join(page)
            page, names, more = [], 0, [why, entry] if why else [entry]
        page, heading, names = [*page, *more], why, names + 1
    if page:
        yield "\n".join(page)


def _by_why(group: Group, lines: Sequence[Line]) -> list[Line]:
    if group is not Group.NOT_REACHED:
        return list(lines)
    return sorted(lines, key=lambda line: ORDER.index(WHY[line.state]))


def _person(words: Words, group: Group, line: Line) -> str:
    name = shortened(line.name, NAME_CHARACTERS)
    organisation = shortened(line.organisation, NAME_CHARACTERS)
    key = "contacts.person_of" if organisation else "contacts.person"
    person = words(key, name=name, organisation=organisation)
    if group is not Group.NOT_REACHED or line.state is not State.FAILED or not line.reason:
        return person
    return person + words("sent.reason", reason=shortened(line.reason, REASON_CHARACTERS))
