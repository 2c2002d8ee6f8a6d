"""Rows of a table as text."""

import pytest

from knowledge.reading.tables import has_header, rows_as_text

COUNTED = [["Country", "2006", "2007"], ["Chad", "12", "14"]]


def test_every_row_names_its_columns() -> None:
    assert rows_as_text(COUNTED) == ["Country: Chad · 2006: 12 · 2007: 14"]


def test_empty_cells_and_rows_are_left_out() -> None:
    rows = [["Country", "2006", "2007"], ["", "", ""], ["Chad", "", "14"], ["–", "", ""]]

    assert rows_as_text(rows) == ["Country: Chad · 2007: 14"]


def test_two_cells_without_header_are_a_name_and_a_value() -> None:
    assert rows_as_text([["Date", "11 May"], ["Place:", "Geneva"]]) == [
        "Date: 11 May",
        "Place: Geneva",
    ]


def test_lone_header_is_a_row() -> None:
    assert rows_as_text([["Country", "2006"]], header=True) == ["Country: 2006"]


@pytest.mark.parametrize(
    ("rows", "headed"),
    [
        (COUNTED, True),
        ([["", "2006", "2007"], ["Chad", "12", "14"]], True),
        ([["12", "13", "14"], ["1", "2", "3"]], False),
        ([["a", "a", "b"], ["c", "d", "e"]], False),
        ([["Boat", "Seats"], ["Ann", "40"]], True),
        ([["Date", "May"], ["Place", "Geneva"]], False),
        ([["Long " * 20, "b", "c"], ["d", "e", "f"]], False),
        ([["Country", "2006", "2007"]], False),
    ],
)
def test_header_is_told_by_names_over_figures(rows: list[list[str]], headed: bool) -> None:
    assert has_header(rows) is headed
