"""A question about the agenda or practical matters -> its answer from the live rows, or None."""

import re
from dataclasses import replace
from datetime import timedelta

from meeting.asking import cards, names, practical
from meeting.asking.answers import Kind, MeetingAnswer, Table
from meeting.asking.asked import PEOPLE, ROLES, Asked, asked_for
from meeting.asking.breaks import BREAK_WORDS
from meeting.asking.by_name import about_session
from meeting.asking.by_time import (
    about_bounds,
    about_next,
    about_parallel,
    about_programme,
)
from meeting.asking.forms import Words, read_words, without_greeting
from meeting.asking.mine import about_mine
from meeting.asking.moments import read_time
from meeting.asking.rooms_people import about_person, about_room
from meeting.asking.slips import repaired
from meeting.asking.spans import How, Span
from meeting.asking.spoken import GROUPS, asks_the_time, goes_on, means_what_runs
from meeting.asking.then import then
from meeting.asking.timed import Timed
from meeting.asking.vocabulary import PAPER_NOUNS
from meeting.asking.words import plain, tokens

_BESIDE = re.compile(r"\b(?P<lead>after|following|apres|before|avant) (?P<what>.+?)(?P<head>)$")
_ADDRESS = re.compile(r"\b(?:the|an|your|exact|our|street|postal) address\b")
_WHO_IS = re.compile(r"(?:and |et )?(?:who|qui) (?:is|are|was|were|will be|est|sont|ser\w+) ")
_BRINGS = frozenset("bring pack prepare apporter emporter preparer".split())
_UNTIL = re.compile(r"\b(?:how|combien|minutes|time)\b")
LONGEST = 60  # words; what is longer is no question about a time or a room


def answer(question: str, table: Table) -> MeetingAnswer | None:
    """Answer from the rows of `table`; None where the question is not clearly about them.

    Every word that carries a topic must be explained by what is answered: so "when is the gala?"
    is not answered with the dinner, and what is asked of the papers is left to them.
    """
    text = without_greeting(repaired(plain(question), table))
    if not text or len(text.split()) > LONGEST:
        return None
    whole = read_words(text)
    found = practical.entry(text, (), table.logistics)
    if found is not None and not whole.paper_noun:
        return MeetingAnswer(Kind.ENTRY, table.now, entry=found)
    timed = read_time(text, table.now, table.agenda)
    if timed.span is None:
        timed = _beside_a_session(timed.rest, table)
    return _answer(read_words(timed.rest), timed.span, table)


def _beside_a_session(text: str, table: Table) -> Timed:
    """ "What comes after the session on funding?": the time after it, and the other words."""
    match = _BESIDE.search(text)
    if match is None or _UNTIL.search(text):
        return Timed(None, text)
    words = read_words(match["what"])
    found = cards.likely(cards.sessions([*words.topic, *words.nouns], table))
    if len(found) != 1:
        return Timed(None, text)
    session, head = found[0].session, f"{text[: match.start()]} {match['head'] or ''}".strip()
    day = session.starts.replace(hour=0, minute=0)
    if match["lead"] in ("before", "avant"):
        return Timed(Span(How.BEFORE, day, session.starts), head)
    return Timed(Span(How.FIRST, session.ends, day + timedelta(days=1)), head)


def _answer(words: Words, span: Span | None, table: Table) -> MeetingAnswer | None:
    asked = asked_for(words.text)
    if asked is Asked.RAPPORTEUR:  # "who takes notes?"
        words = replace(words, topic=tuple(w for w in words.topic if w not in PAPER_NOUNS))
    elif span is None and means_what_runs(words, asked, table):
        words, span = replace(words, mine=True), Span(How.AT, table.now, table.now)
    if words.topic or (words.paper_noun and asked is not Asked.RAPPORTEUR):
        return _about_topic(words, asked, span, table)
    of_the_groups = asked in ROLES and GROUPS.search(words.text)
    if words.nouns and not words.mine and not of_the_groups and span is None:
        named = about_session(words, asked, span, table)
        if named is not None:
            return named
    if not table.agenda.sessions:
        return None
    return _about_time(words, asked, span, table)


def _about_topic(
    words: Words, asked: Asked, span: Span | None, table: Table
) -> MeetingAnswer | None:
    """Cards, by the words that carry a topic."""
    if words.paper_noun and asked is not Asked.RAPPORTEUR:
        return _about_its_papers(words, asked, span, table)
    return (
        about_room(words, asked, span, table)
        or about_person(words, asked, span, table)
        or about_session(words, asked, span, table)
        or _about_entry(words, asked, table)
    )


def _about_time(
    words: Words, asked: Asked, span: Span | None, table: Table
) -> MeetingAnswer | None:
    """Words without a topic: by time, by whose they are, or by what was spoken of last."""
    if span is None and asks_the_time(words):
        return then(Kind.PROGRAMME, Asked.ALL, Span(How.AT, table.now, table.now), table)
    if words.verbs & _BRINGS:  # "what should I bring tomorrow?"
        return None
    if span is None and not words.mine and table.mentioned and goes_on(words, asked):
        line = table.line(table.mentioned)
        return MeetingAnswer(Kind.SESSION, table.now, asked, lines=(line,))
    of_the_meeting = asked is Asked.WHERE and words.meeting_noun
    if (of_the_meeting or _ADDRESS.search(words.text)) and not words.session_noun:
        return _about_entry(replace(words, topic=("venue",)), asked, table)
    return (
        about_bounds(words, asked, span, table)
        or about_mine(words, asked, span, table)
        or about_parallel(words, asked, span, table)
        or about_next(words, asked, span, table)
        or about_programme(words, asked, span, table)
    )


def _about_entry(words: Words, asked: Asked, table: Table) -> MeetingAnswer | None:
    about_the_meeting = words.meeting_noun and asked in PEOPLE  # "who is organising the meeting?"
    its_time = asked in (Asked.WHEN, Asked.UNTIL, Asked.END) and not set(words.topic) - BREAK_WORDS
    if words.past or words.paper_noun or about_the_meeting or its_time:
        return None
    # "How do I claim my expenses?": the verb says nothing that the entry must have.
    known = practical.named(words.topic, table.logistics)
    place = names.room(words.text, table)
    said = set((place[1] if place else words.text).split())  # "the bus to the City Hall"
    topic = [w for w in words.topic if w in known or (w not in words.verbs and w in said)]
    found = practical.entry(words.text, topic, table.logistics)
    if found is None or (_WHO_IS.match(words.text) and not practical.helps(found)):
        return None  # "who is invited?" asks for people, not for the letter of invitation
    return MeetingAnswer(Kind.ENTRY, table.now, entry=found)


def _about_its_papers(
    words: Words, asked: Asked, span: Span | None, table: Table
) -> MeetingAnswer | None:
    """Questions with a word such as "papers" are the papers' own, but for "which papers has the
    session on funding?", and for a session that has such a word in its title."""
    if not words.session_noun:
        return None
    topic = tuple(word for word in words.topic if word not in PAPER_NOUNS)
    if asked is Asked.PAPERS and topic:
        return about_session(replace(words, topic=topic), asked, span, table)
    found = about_session(words, asked, span, table)
    titled = found is not None and all(
        PAPER_NOUNS & set(tokens(line.session.title)) for line in found.lines
    )
    return found if titled else None
