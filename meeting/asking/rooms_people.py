"""Questions about a room or somebody by name; pure."""

import re

from meeting.agenda import Room
from meeting.asking import names
from meeting.asking.answers import Kind, MeetingAnswer, Table
from meeting.asking.asked import ROLES, Asked
from meeting.asking.forms import Words, read_words
from meeting.asking.spans import How, Span
from meeting.asking.then import MOST
from meeting.people import Role

_SIZE = frozenset("seat seats capacity people fit fits size big places capacite personnes seating "
                  "assises grand grande directions reach way chemin aller".split())  # fmt: skip
_BESIDE = re.compile(r"\b(?:after|before|apres|avant|instead|replac\w+|remplac\w+)$")
_WHO_IS = re.compile(r"\bwho (?:is|are)\b|\bqui est\b|\btell me about\b|\bpresente[zr]? moi\b")


def about_room(words: Words, asked: Asked, span: Span | None, table: Table) -> MeetingAnswer | None:
    """Where a room is, or what is in it."""
    found = names.room(words.text, table)
    if found is None or words.past:
        return None
    room, rest = found
    others = set(read_words(rest).topic) - _SIZE
    if others:
        return None
    host = "".join(table.names([room.host] if room.host else []))
    if _asks_for_the_room(words, asked, span):
        return MeetingAnswer(Kind.ROOM, table.now, Asked.WHERE, room=room, host=host)
    return _in_room(room, asked, span, table)


def about_person(
    words: Words, asked: Asked, span: Span | None, table: Table
) -> MeetingAnswer | None:
    """Somebody's sessions, for those who have a part in one; and who they are."""
    found = names.person(words.text, table)
    if found is None or (words.past and asked not in ROLES):
        return None
    person, rest = found
    if _BESIDE.search(rest) or read_words(rest).topic or not _is_about_them(words, rest, asked):
        return None
    key = person.key.casefold()
    theirs = [s for s in table.agenda.sessions if key in map(str.casefold, s.people)]
    if not theirs and person.role is not Role.ORGANISER:
        return None
    if asked in ROLES and not _WHO_IS.search(words.text):
        in_role = [s for s in theirs if key in map(str.casefold, getattr(s, ROLES[asked]))]
        theirs = in_role or theirs
    if span is not None:
        theirs = [s for s in theirs if span.holds(s)] or theirs
    return MeetingAnswer(
        Kind.PERSON, table.now, asked, lines=table.lines(theirs[:MOST]), person=person
    )


def _asks_for_the_room(words: Words, asked: Asked, span: Span | None) -> bool:
    told = set(words.text.split())
    if span is not None or words.session_noun:
        return False
    hosts = bool(told & {"host", "hosts", "hosting"})
    way = bool(re.search(r"\bhow (?:do|can|to)\b|\bhow (?:many|big)\b|\bcomment\b|\bcombien\b"
                         r"|\b(?:which|what) floor\b|\bquel etage\b", words.text))  # fmt: skip
    return hosts or way or asked is Asked.WHERE or bool(told & _SIZE)


def _in_room(room: Room, asked: Asked, span: Span | None, table: Table) -> MeetingAnswer | None:
    when = span or Span(How.AT, table.now, table.now)
    here = [s for s in table.agenda.sessions if s.room == room.room_id]
    held = when.of(here)
    later = [s for s in here if s.starts >= when.starts and s.starts.date() == when.day]
    if span is None and not later:  # not today any more
        later = [s for s in here if s.starts >= table.now]
    shown = held or tuple(later[:1])
    return MeetingAnswer(
        Kind.ROOM, table.now, asked, when, table.lines(shown[:MOST]), room=room, gap=not held,
        more=max(0, len(shown) - MOST),
    )  # fmt: skip


def _is_about_them(words: Words, rest: str, asked: Asked) -> bool:
    return (
        asked is not Asked.ALL
        or words.session_noun
        or len(rest.split()) <= 2
        or bool(_WHO_IS.search(words.text))
        or bool(re.search(r"\b(?:find|see|meet|doing|trouver)\b", rest))
    )
