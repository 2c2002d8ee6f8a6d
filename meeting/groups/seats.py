"""Who must be where, and whether the seats suffice: exact, before any search.

Whoever is not held may be anywhere, so seats are missing where a group has fewer than people who
must be there, or where all groups together have fewer than there are people; and nowhere else.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

from meeting.groups.model import Group, Groups, Member, Members, Short


def held(members: Members, groups: Groups, pinned: Mapping[int, str]) -> dict[int, str]:
    """The group of everybody who can be in no other, by person id.

    An organiser's pin comes before somebody's part in a session: whoever moves a chair means it.
    Pins of people who are no members any more are passed over. Raises ValueError where a person is
    there twice, or must be in a session that is no group.
    """
    if len({member.person_id for member in members}) < len(members):
        raise ValueError("a person is there twice")
    places = {m.person_id: pinned.get(m.person_id, m.fixed) for m in members}
    must = {person: place for person, place in places.items() if place is not None}
    unknown = set(must.values()) - {group.session_id for group in groups}
    if unknown:
        raise ValueError(f"no group: {', '.join(sorted(unknown))}")
    return must


def shortage(members: Members, groups: Groups, must: Mapping[int, str]) -> Short | None:
    """Which seats are missing; None where everybody can sit."""
    needed = Counter(must.values())
    lacking = {
        group.session_id: needed[group.session_id] - seats(group, members)
        for group in groups
        if needed[group.session_id] > seats(group, members)
    }
    if lacking:
        return Short(tuple(lacking), sum(lacking.values()), lacking)
    missing = len(members) - sum(seats(group, members) for group in groups)
    return Short("all", missing) if missing > 0 else None


def seats(group: Group, members: Members) -> int:
    """The seats that can be of use: never more than there are people."""
    return len(members) if group.capacity is None else min(group.capacity, len(members))


def on_offer(member: Member, names: Iterable[str]) -> tuple[str, ...]:
    """Somebody's wishes that are groups, each once; the first choice first."""
    groups = set(names)
    return tuple(dict.fromkeys(wish for wish in member.wishes if wish in groups))
