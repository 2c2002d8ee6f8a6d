"""What of a file's name or a title tells the paper, and what only tells the version."""

import pytest

from knowledge.file_names import bare_name, bare_title, differs_in_numbers


@pytest.mark.parametrize(
    "name",
    [
        "country-cases.docx",
        "Country_Cases_v2.docx",
        "country-cases (1).docx",
        "Copy of country-cases FINAL.docx",
        "country-cases-2008-02-01.docx",
        "country cases 11.02.2008.pdf",
        "country-cases_20080201.docx",
        "country cases rev2 draft 3.pdf",
        "country-cases version finale.docx",
        "Projet 2 - country cases - révisé.docx",
        "country-cases-final-v3.1.docx",
    ],
)
def test_marks_of_a_version_are_left_out(name: str) -> None:
    assert bare_name(name) == "country cases"


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("annual report 2007.pdf", "annual report 2007"),
        ("annex-1.pdf", "annex 1"),
        ("Renewed editions.pdf", "renewed editions"),
        ("v2.pdf", ""),
    ],
)
def test_what_may_tell_the_paper_stays(name: str, bare: str) -> None:
    assert bare_name(name) == bare


def test_title_has_no_ending() -> None:
    assert bare_title("Country cases (draft 2): a note on v.ii") == "country cases a note on v ii"


def test_annexes_differ_in_numbers() -> None:
    assert differs_in_numbers("annex 1", "annex 2")
    assert not differs_in_numbers("annex 1", "annex 1")
    assert not differs_in_numbers("annex 1", "report 2")
