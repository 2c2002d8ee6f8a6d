"""A new version is known again; nothing is taken for a paper that it is not."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest

from knowledge.papers import Outcome, Passage, Reading
from knowledge.recognising import Certainty, Known, Recognised, recognise, runs_of
from tests.knowledge.paper_versions import (
    FILES,
    SAMPLE_NAMES,
    edited,
    hard_files,
    numbers_raised,
    sample_papers,
    version,
)


def known(paper_id: int, name: str, reading: Reading) -> Known:
    title = reading.title or name.rsplit(".", 1)[0]
    return Known(paper_id, title, name, runs_of(reading.passages))


@cache
def shelf() -> tuple[Known, ...]:
    return tuple(known(at, *each) for at, each in enumerate(sample_papers().items()))


def third_rewritten(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    return tuple(
        replace(each, text=" ".join(word[::-1] for word in each.text.split()))
        if at % 3 == 0
        else each
        for at, each in enumerate(passages)
    )


@pytest.mark.parametrize(("paper_id", "name"), list(enumerate(SAMPLE_NAMES)))
@pytest.mark.parametrize("new_name", ["scan0001.pdf", "final (2).docx", None])
def test_edited_sample_paper_is_surely_known(
    paper_id: int, name: str, new_name: str | None
) -> None:
    reading = sample_papers()[name]
    at, text, _, _ = next(numbers_raised(reading.passages))
    for passages in (edited(reading.passages, at, text), third_rewritten(reading.passages)):
        found = recognise(replace(reading, passages=passages), new_name or name, shelf())

        assert found == Recognised(Certainty.SURE, (paper_id,))


@pytest.mark.parametrize(("paper_id", "name"), list(enumerate(SAMPLE_NAMES)))
def test_known_text_without_its_title_and_name_is_asked_about(paper_id: int, name: str) -> None:
    untitled = replace(sample_papers()[name], title=None)

    found = recognise(untitled, "scan0001.pdf", shelf())

    assert found == Recognised(Certainty.UNSURE, (paper_id,))


@pytest.mark.parametrize(("paper_id", "name"), list(enumerate(SAMPLE_NAMES)))
def test_sample_papers_are_new_to_each_other(paper_id: int, name: str) -> None:
    others = [each for each in shelf() if each.paper_id != paper_id]

    assert recognise(sample_papers()[name], name, others) == Recognised(Certainty.NEW)


def test_other_text_under_a_known_title_is_asked_about() -> None:
    reading = sample_papers()["country-cases.docx"]
    other = replace(reading, passages=sample_papers()["concept-note.pdf"].passages)

    found = recognise(other, "new.docx", [shelf()[1]])

    assert found == Recognised(Certainty.UNSURE, (1,))


def test_report_of_another_year_is_not_surely_the_same() -> None:
    passages = sample_papers()["country-cases.docx"].passages
    last_year = Reading(Outcome.OK, title="Annual report", passages=passages)
    on_shelf = [known(1, "report-2007.pdf", last_year)]

    assert recognise(last_year, "report-2008.pdf", on_shelf).certainty is Certainty.UNSURE
    assert recognise(last_year, "report-2007 v2.pdf", on_shelf).certainty is Certainty.SURE


def test_two_papers_that_it_may_be_are_both_asked_about() -> None:
    reading = sample_papers()["country-cases.docx"]
    twice = [known(1, "one.docx", reading), known(2, "two.docx", reading)]

    assert recognise(reading, "x.docx", twice) == Recognised(Certainty.UNSURE, (1, 2))


def test_nobody_is_sure_of_a_few_words() -> None:
    note = Reading(Outcome.OK, title="Hello", passages=version("Hello, world, said the file."))

    found = recognise(note, "hello.pdf", [known(1, "hello.pdf", note)])

    assert found == Recognised(Certainty.UNSURE, (1,))


def test_nothing_is_known_on_an_empty_shelf() -> None:
    assert recognise(Reading(Outcome.OK), "a.pdf", ()) == Recognised(Certainty.NEW)


@pytest.mark.skipif(not FILES.exists(), reason="the hard PDFs are not here")
def test_hard_files_are_never_surely_another() -> None:
    everything = [*sample_papers().items(), *hard_files().items()]
    known_files = [known(at, *each) for at, each in enumerate(everything)]
    for at, (name, reading) in enumerate(everything):
        others = [each for each in known_files if each.paper_id != at]

        assert recognise(reading, name, others).certainty is not Certainty.SURE
        assert recognise(reading, name, known_files) in (
            Recognised(Certainty.SURE, (at,)),
            Recognised(Certainty.UNSURE, recognise(reading, name, known_files).papers),
        )
