"""Who is where, one person to be moved, and what is wrong with a file, as Telegram HTML, pure."""

from collections.abc import Iterator, Mapping, Sequence

from bot.agenda_text import shortened
from bot.grouping import groups_words
from bot.wording import Words
from meeting.agenda import Session
from meeting.formats.group_faults import Fault
from services.group_tables import TableFault
from services.groups import BlockView, GroupMember

PEOPLE_SHOWN = 20  # on one page; with their groups they fit into a message
FAULTS_SHOWN = 15
LINE_CHARACTERS, SAID_CHARACTERS = 80, 60
FAULTS: Mapping[Fault, str] = {
    Fault.UNREADABLE: "groups.fault_unreadable",
    Fault.EMPTY: "groups.fault_empty",
    Fault.BROKEN: "groups.fault_broken",
    Fault.NO_KEY: "groups.fault_no_key",
    Fault.UNKNOWN_KEY: "groups.fault_unknown_key",
    Fault.TWICE: "groups.fault_twice",
    Fault.UNKNOWN_GROUP: "groups.fault_unknown_group",
    Fault.OTHER_BLOCK: "groups.fault_other_block",
}


def table(words: Words, view: BlockView, first: int) -> str:
    """A page of everybody by group, from number `first` (counted from 0)."""
    everybody = _by_group(view)
    shown = everybody[first : first + PEOPLE_SHOWN]
    lines = [words("groups.table", **groups_words.when_within(words, view.block))]
    for session in dict.fromkeys(view.block.session(one.group) for one in shown):
        lines += ["", _group(words, view, session)]
        lines += [_member(words, o) for o in shown if view.block.session(o.group) == session]
    if len(shown) < len(everybody):
        last = first + len(shown)
        lines += ["", words("groups.page_of", first=first + 1, last=last, all=len(everybody))]
    return "\n".join(lines)


def person(words: Words, view: BlockView, one: GroupMember) -> str:
    """Somebody who is to be moved: where they are, what they would like."""
    session, part = view.block.session(one.group), view.block.session(one.member.fixed)
    lines = [words("groups.person", about=_about(one))]
    if session is None:
        lines.append(words("groups.is_nowhere"))
    else:
        name, title = groups_words.short(view.agenda, session), groups_words.title(session)
        lines.append(words("groups.is_in", room=name, title=title))
    if part is not None:
        lines.append(words("groups.has_part", title=groups_words.title(part)))
    else:
        lines.append(_wishes(words, view, one))
    return "\n".join([*lines, "", words("groups.where_to")])


def was_moved(words: Words, view: BlockView, person_id: int) -> str:
    """What has just happened to somebody."""
    one = next(each for each in view.members if each.person_id == person_id)
    session = view.block.session(one.group)
    name = groups_words.short(view.agenda, session) if session else ""
    return words("groups.was_moved", name=one.name, room=name)


def took(words: Words, changed: int) -> str:
    """What a file changed."""
    if not changed:
        return words("groups.took_none")
    return words("groups.took_one" if changed == 1 else "groups.took", count=changed)


def refused(words: Words, name: str, faults: Sequence[TableFault]) -> str:
    """What is wrong with a file; nothing of it was taken."""
    said = shortened(name, SAID_CHARACTERS)
    lines = [words("groups.refused", name=said)]
    lines += [_fault(words, each) for each in faults[:FAULTS_SHOWN]]
    if len(faults) > FAULTS_SHOWN:
        lines.append(words("groups.more", count=len(faults) - FAULTS_SHOWN))
    return "\n".join(lines)


def _by_group(view: BlockView) -> list[GroupMember]:
    """In the order of the groups, then by name; those without one last."""
    order = {session_id: index for index, session_id in enumerate(view.block.ids)}
    return sorted(view.members, key=lambda one: order.get(one.group or "", len(order)))


def _group(words: Words, view: BlockView, session: Session | None) -> str:
    if session is None:
        return words("groups.without")
    room, title = view.agenda.room_name(session), groups_words.title(session)
    placed = groups_words.seats(words, view, session)
    if not room:
        return words("groups.group_no_room", title=title, placed=placed)
    room = shortened(room, groups_words.ROOM_CHARACTERS)
    return words("groups.group", room=room, title=title, placed=placed)


def _member(words: Words, one: GroupMember) -> str:
    marks = "".join(_marks(words, one))
    return words("groups.member", about=_about(one), marks=marks)


def _marks(words: Words, one: GroupMember) -> Iterator[str]:
    wishes = one.member.wishes
    if one.group in wishes:
        yield f" {groups_words.number(wishes.index(one.group) + 1)}"
    if one.group is not None and one.group == one.member.fixed:
        yield words.plain("groups.part")
    if one.pinned:
        yield words.plain("groups.by_hand")


def _about(one: GroupMember) -> str:
    organisation = one.member.organisation
    return shortened(f"{one.name}, {organisation}" if organisation else one.name, LINE_CHARACTERS)


def _wishes(words: Words, view: BlockView, one: GroupMember) -> str:
    found = [view.block.session(each) for each in one.member.wishes]
    named = [
        f"{groups_words.number(rank)} {groups_words.short(view.agenda, session)}"
        for rank, session in enumerate(found, 1)
        if session
    ]
    return words("groups.wishes", wishes=" ".join(named)) if named else words("groups.no_wishes")


def _fault(words: Words, fault: TableFault) -> str:
    said = shortened(fault.said, SAID_CHARACTERS)
    return "• " + words(FAULTS[fault.fault], row=fault.row, said=said)
