"""A hundred questions at many clock times: 95 % right, none wrong about a time or a room."""

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from knowledge.windows import is_word
from meeting.agenda import Agenda
from meeting.asking.answers import MeetingAnswer
from meeting.asking.reader import answer
from tests.meeting.asking.river_meeting import table_at

HERE = Path(__file__).parent
QUESTIONS = tomllib.loads((HERE / "questions.toml").read_text(encoding="utf-8"))["question"]
FOR_THE_PAPERS = (HERE / "for_the_papers.txt").read_text(encoding="utf-8").splitlines()


@dataclass(frozen=True, slots=True)
class Told:
    """What an answer says, as far as it can be right or wrong."""

    sessions: frozenset[str]
    room: str | None
    entry: str | None


def asked(text: str, at: str, mentioned: str = "") -> MeetingAnswer | None:
    return answer(text, replace(table_at(at, mentioned=mentioned), is_word=is_word))


def told(found: MeetingAnswer) -> Told:
    return Told(
        frozenset(line.session.session_id for line in found.lines),
        found.room.room_id if found.room else None,
        found.entry.topic if found.entry else None,
    )


def is_right(question: dict[str, Any], found: MeetingAnswer | None) -> bool:
    if found is None:
        return False
    kinds, entries = _several(question["kind"]), _several(question.get("entry"))
    said = told(found)
    wanted = (frozenset(question.get("sessions", ())), question.get("room"))
    return (
        found.kind in kinds
        and (said.sessions, said.room) == wanted
        and said.entry in entries
        and question.get("asked", found.asked) == found.asked
    )


def is_wrong(question: dict[str, Any], found: MeetingAnswer | None) -> bool:
    """A session, room or matter is told that was not asked for; a refusal is never wrong."""
    if found is None:
        return False
    said = told(found)
    return (
        not said.sessions <= set(question.get("sessions", ()))
        or (said.room is not None and said.room != question.get("room"))
        or (said.entry is not None and said.entry not in _several(question.get("entry")))
    )


def _several(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def test_there_are_enough_questions_in_both_languages_at_enough_times() -> None:
    french = [q for q in QUESTIONS if set("éèêàùôç’") & set(q["ask"]) or " où " in q["ask"]]
    times = {q["at"] for q in QUESTIONS}
    assert (len(QUESTIONS) >= 80, len(french) >= 20, len(times) >= 10) == (True, True, True)


def test_at_least_95_percent_are_right_and_none_is_wrong() -> None:
    answers = [(q, asked(q["ask"], q["at"], q.get("mentioned", ""))) for q in QUESTIONS]
    missed = [(q["at"], q["ask"]) for q, found in answers if not is_right(q, found)]
    wrong = [(q["at"], q["ask"]) for q, found in answers if is_wrong(q, found)]
    assert wrong == []
    assert len(missed) <= 0.05 * len(QUESTIONS), missed


@pytest.mark.parametrize("at", ["2025-10-14T18:00", "2025-10-21T13:52", "2025-10-22T18:00"])
def test_questions_to_the_papers_are_left_to_them(at: str) -> None:
    assert len(FOR_THE_PAPERS) >= 25
    assert [text for text in FOR_THE_PAPERS if asked(text, at) is not None] == []


def test_without_an_agenda_only_practical_matters_are_answered() -> None:

    table = replace(table_at("2025-10-21T10:00"), agenda=Agenda("Europe/Oslo"))
    found = [answer(text, table) for text in ("Where am I?", "When is lunch?", "Wi-Fi?")]
    assert [each and each.entry and each.entry.topic for each in found] == [None, None, "Wi-Fi"]
