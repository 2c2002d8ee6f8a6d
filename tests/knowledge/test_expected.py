"""What a question asks for, by its form."""

import pytest

from knowledge.expected import Expected, expected, holds, names_the_doer


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Who opens the pier?", Expected.WHO),
        ("when does it open", Expected.WHEN),
        ("Dates?", Expected.WHEN),
        ("Which year did it open?", Expected.WHEN),
        ("What time is the opening?", Expected.CLOCK),
        ("Where is the pier?", Expected.WHERE),
        ("How many boats fit in?", Expected.NUMBER),
        ("phone number of the office", Expected.PHONE),
        ("what's the harbour master's email", Expected.EMAIL),
        ("Why was it built?", Expected.OTHER),
    ],
)
def test_form_of_a_question_tells_what_is_asked(question: str, kind: Expected) -> None:
    assert expected(question) == kind


@pytest.mark.parametrize(
    ("kind", "text", "held"),
    [
        (Expected.WHO, "It was opened by the Port Office.", True),
        (Expected.WHO, "It was opened last.", False),
        (Expected.WHEN, "It opened in June.", True),
        (Expected.WHEN, "It opened late.", False),
        (Expected.WHERE, "It stands in Bergen.", True),
        (Expected.WHERE, "It stands there.", False),
        (Expected.NUMBER, "Several boats fit in.", True),
        (Expected.NUMBER, "Boats fit in.", False),
        (Expected.CLOCK, "Doors open at 9:30.", True),
        (Expected.CLOCK, "Doors open on 9 May.", False),
        (Expected.EMAIL, "Write to pier@harbour.example.", True),
        (Expected.PHONE, "Call +47 55 00 00 00.", True),
        (Expected.PHONE, "Call us in 2031.", False),
        (Expected.OTHER, "Anything.", True),
    ],
)
def test_text_holds_a_thing_of_that_kind_or_not(kind: Expected, text: str, held: bool) -> None:
    assert holds(kind, text) is held


@pytest.mark.parametrize(
    ("question", "text", "named"),
    [
        ("Who organises it?", "Organised by the Port Office in Bergen", True),
        ("Who will open the pier?", "It will be opened by Queen Sonja.", True),
        ("Who opens it?", "It was organised by the Port Office.", False),
        ("Who opens it?", "It was opened by mistake.", False),
        ("When is it opened?", "It was opened by Queen Sonja.", False),
    ],
)
def test_text_names_the_doer_of_what_is_asked(question: str, text: str, named: bool) -> None:
    assert names_the_doer(question, text) is named
