"""People as Telegram HTML, pure: the head of the list, one card, how somebody is registered."""

from collections.abc import Mapping, Sequence

from bot.wording import Words
from meeting.people import Community, Person, Role
from services.people import Listed

ROLES: Mapping[Role, str] = {
    Role.PARTICIPANT: "roles.participant",
    Role.SENDER: "roles.sender",
    Role.EDITOR: "roles.editor",
    Role.ORGANISER: "roles.organiser",
}
# Nobody reads that they belong to "other".
COMMUNITIES: Mapping[Community, str] = {
    Community.DIPLOMACY: "community.diplomacy",
    Community.DEVELOPMENT: "community.development",
    Community.DEFENCE: "community.defence",
}


def role(words: Words, role: Role) -> str:
    """The name of a role, plain."""
    return words.plain(ROLES[role])


def head(words: Words, everybody: Sequence[Listed]) -> str:
    """How many are on the list, and how many of them have opened the bot."""
    opened = sum(one.opened for one in everybody)
    return words(
        "people.list", listed=len(everybody), opened=opened, waiting=len(everybody) - opened
    )


def card(words: Words, person: Listed, note: str = "") -> str:
    """Somebody's card; `note` is HTML and says what has just happened."""
    parts = [person.person.organisation, _community(words, person.person)]
    about = " · ".join(part for part in parts if part)
    key = "people.opened" if person.opened else "people.not_opened"
    lines = [
        words("people.card", name=person.person.name),
        words("people.about", about=about) if about else "",
        words(key, role=role(words, person.role)),
        f"\n{note}" if note else "",
    ]
    return "\n".join(line for line in lines if line)


def registered(words: Words, person: Person) -> str:
    """What the organisers have noted of somebody; empty where that is only their name."""
    if not person.organisation:
        return ""
    community = _community(words, person)
    if not community:
        return words("start.registered", organisation=person.organisation)
    return words(
        "start.registered_community", organisation=person.organisation, community=community
    )


def _community(words: Words, person: Person) -> str:
    key = COMMUNITIES.get(person.community)
    return words.plain(key) if key else ""
