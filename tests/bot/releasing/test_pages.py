"""Lines on pages."""

from bot.releasing.pages import pages
from bot.render import LONGEST, units
from tests.bot.releasing.views import ENGLISH


def test_few_lines_are_one_page_without_a_number() -> None:
    assert pages(ENGLISH, "Title", ["a", "b"], 2) == ["Title\na\nb"]
    assert pages(ENGLISH, "Title", [], 2) == ["Title"]


def test_many_lines_are_numbered_pages() -> None:
    assert pages(ENGLISH, "Title", ["a", "b", "c"], 2) == [
        "Title\na\nb\n\nPage 1 of 2", "Title\nc\n\nPage 2 of 2",
    ]  # fmt: skip


def test_no_page_is_longer_than_a_message() -> None:
    lines = ["🕊" * 500] * 20
    found = pages(ENGLISH, "Title", lines, 20)
    assert (len(found), max(map(units, found)) <= LONGEST) == (5, True)
