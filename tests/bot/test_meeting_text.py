"""Answers about the meeting as text: every form of answer, in both languages."""

import pytest

from bot import meeting_text
from bot.wording import load_wording
from meeting.asking.reader import answer
from tests.meeting.asking.river_meeting import table_at

WORDING = load_wording(("en", "fr"))


def said(text: str, at: str, language: str = "en", alone: bool = False) -> str:
    table = table_at(at, frozenset()) if alone else table_at(at)
    found = answer(text, table)
    assert found is not None
    return meeting_text.reply(WORDING.speak(language), found)


@pytest.mark.parametrize(
    ("text", "at", "reply"),
    [
        (
            "Where do I have to be first?", "2025-10-14T18:00",
            "The meeting begins on Tuesday 21 October at <b>09:00</b>.\n"
            "<b>Tuesday 21 October</b>\n"
            "<b>08:30–09:00</b> · <b>Atrium</b>: <i>Registration</i>\n"
            "<b>09:00–10:00</b> · <b>Amundsen</b>: <i>Opening: rivers without borders</i>",
        ),
        (
            "when is the session on financing", "2025-10-21T10:12",
            "There is more than one; which do you mean?\n"
            "<b>10:30–12:00</b> · <b>Amundsen</b>: <i>Financing shared dams</i>\n"
            "<b>15:15–16:45</b> · <b>Kahlo</b>: <i>Financing small utilities</i>",
        ),
        (
            "Where is room Nansen?", "2025-10-21T10:12",
            "<b>Nansen</b>: first floor, at the end of the corridor · 30 seats",
        ),
        (
            "what is in Kahlo now", "2025-10-21T10:12",
            "Nothing is on at 10:12 on Tuesday 21 October (Kahlo). After that:\n"
            "<b>13:15–14:45</b> · <b>Kahlo</b>: <i>Women in water committees</i>",
        ),
        (
            "What is on on Thursday?", "2025-10-21T10:12",
            "Nothing is on the agenda for Thursday 23 October.",
        ),
        (
            "Who is Camille Moreau?", "2025-10-21T10:12",
            "<b>Camille Moreau</b>, Agence de l’eau\n"
            "<b>Tuesday 21 October</b>\n"
            "<b>13:15–14:45</b> · <b>Nansen</b>: "
            "<i>Treaties that hold: what makes agreements last?</i>\n"
            "<b>Wednesday 22 October</b>\n"
            "<b>09:00–10:30</b> · <b>Amundsen</b>: <i>Reports from the groups</i>",
        ),
        (
            "how long is the lunch break", "2025-10-21T10:12",
            "<b>12:00–13:15</b> · <b>Canteen</b>: <i>Lunch</i>\n"
            "That is 75 minutes. Canteen: ground floor, behind the Atrium.",
        ),
        (
            "When does the meeting end?", "2025-10-21T10:12",
            "The meeting begins on Tuesday 21 October at <b>09:00</b> "
            "and ends on Wednesday 22 October at <b>15:30</b>.",
        ),
        ("what's next", "2025-10-22T15:30",
         "The meeting is over. Thank you for having been part of it."),
    ],
)  # fmt: skip
def test_answer_reads(text: str, at: str, reply: str) -> None:
    assert said(text, at) == reply


def test_who_is_in_no_parallel_session_is_told_so() -> None:
    assert said("where am I at 2?", "2025-10-21T12:40", alone=True) == (
        "These run side by side, and you are not in one of them yet:\n"
        "<b>13:15–14:45</b> · <b>Amundsen</b>: <i>Drought early warning</i>\n"
        "<b>13:15–14:45</b> · <b>Nansen</b>: <i>Treaties that hold: what makes agreements last?"
        "</i>\n"
        "<b>13:15–14:45</b> · <b>Kahlo</b>: <i>Women in water committees</i>\n"
        "Lunch ends at 13:15."
    )


def test_answer_reads_in_french() -> None:
    assert said("quand finit la journée ?", "2025-10-21T10:12", "fr") == (
        "<b>Mardi 21 octobre</b>\u202f: nous commençons à <b>09:00</b> et terminons à <b>17:30</b>."
    )
