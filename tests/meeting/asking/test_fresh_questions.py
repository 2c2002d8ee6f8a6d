"""Questions written from the sample meeting's files alone: 95 % right, no wrong time or room."""

import tomllib
from pathlib import Path
from typing import Any

from meeting.asking.answers import Kind, MeetingAnswer
from tests.meeting.asking.sample_meeting import Chat, SampleMeeting

CHATS = tomllib.loads(
    (Path(__file__).parent / "fresh_questions.toml").read_text(encoding="utf-8")
)["chat"]  # fmt: skip


def judged() -> list[tuple[str, str, bool, bool]]:
    """Of each question the time, its words, whether the answer is right, whether it is wrong."""
    meeting = SampleMeeting.read()
    told = []
    for chat in CHATS:
        person = Chat(meeting, chat["at"])
        for question in chat["questions"]:
            found = person.ask(question["ask"])
            right, wrong = is_right(question, found), is_wrong(question, found)
            told.append((chat["at"], question["ask"], right, wrong))
    return told


def is_right(question: dict[str, Any], found: MeetingAnswer | None) -> bool:
    """All that must be told is told; `asked` tells whose names are."""
    if found is None:
        return "papers" in question
    sessions = _sessions(found)
    if "over" in question and not sessions:
        return True
    if found.entry is not None:
        return found.entry.topic in question.get("entry", ())
    if found.room is not None and found.room.room_id == question.get("room"):
        return True
    must = set(question.get("sessions", ()))
    named = question.get("asked", found.asked) == found.asked or found.kind is Kind.PERSON
    return bool(sessions) and must <= sessions and named and not is_wrong(question, found)


def is_wrong(question: dict[str, Any], found: MeetingAnswer | None) -> bool:
    """A session, a room or a matter is told that was not asked for; a refusal is never wrong."""
    if found is None:
        return False
    asked_for = {*question.get("sessions", ()), *question.get("also", ())}
    entry = found.entry.topic if found.entry else None
    return not _sessions(found) <= asked_for or (
        entry is not None and entry not in question.get("entry", ())
    )


def _sessions(found: MeetingAnswer) -> set[str]:
    return {line.session.session_id for line in found.lines}


def test_there_are_questions_in_both_languages_at_many_times() -> None:
    asked = [question["ask"] for chat in CHATS for question in chat["questions"]]
    french = [text for text in asked if set("éèêàùôç") & set(text) or " est " in text]
    left = [q for chat in CHATS for q in chat["questions"] if q.get("papers")]
    enough = (len(asked) >= 300, len(french) >= 50, len(left) >= 40, len(CHATS) >= 30)
    assert enough == (True, True, True, True)


def test_at_least_95_percent_are_right_and_none_is_wrong() -> None:
    told = judged()
    missed = [(at, text) for at, text, right, _ in told if not right]
    assert [(at, text) for at, text, _, wrong in told if wrong] == []
    assert len(missed) <= 0.05 * len(told), missed
