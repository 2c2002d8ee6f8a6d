"""The buttons below a paper that was sent."""

from dataclasses import replace

from telegram import InlineKeyboardMarkup

from bot.library import paper_keyboards
from meeting.paper_audience import FOR_ALL, AudienceKind, PaperAudience
from tests.bot.drafts import ENGLISH
from tests.bot.library.papers import NUMBER, paper
from tests.bot.library.test_paper_text import NEW, V1, draft

DRAFT = draft(NUMBER)
COUNTRY = paper(V1)
TITLES = {"peace": "Peace processes"}


def rows(markup: InlineKeyboardMarkup | None) -> list[list[tuple[str, object]]]:
    """Each row's labels with the data behind them."""
    assert markup is not None
    return [[(b.text, b.callback_data) for b in row] for row in markup.inline_keyboard]


def test_draft_can_be_looked_at_published_or_discarded() -> None:
    assert rows(paper_keyboards.draft(ENGLISH, replace(DRAFT, asked=3), FOR_ALL, TITLES, True)) == [
        [("All changes", "lib:all:12:0")],
        [("For everyone ▾", "lib:whom:3:12")],
        [("Another paper…", "lib:which:12:0")],
        [("Publish", "lib:go:12:11")],
        [("Publish and tell the 3 who asked about it", "lib:tell:12:11")],
        [("Discard", "lib:drop:12")],
    ]


def test_nobody_is_offered_to_be_told_of_a_new_paper() -> None:
    audience = PaperAudience(AudienceKind.SESSION, "peace")
    view = replace(NEW, asked=0)
    assert rows(paper_keyboards.draft(ENGLISH, view, audience, TITLES, False)) == [
        [("For the people of “Peace processes” ▾", "lib:whom:3:11")],
        [("Another paper…", "lib:which:11:0")],
        [("Publish", "lib:go:11:0")],
        [("Discard", "lib:drop:11")],
    ]


def test_unsure_paper_offers_what_it_may_be_a_version_of() -> None:
    assert rows(paper_keyboards.unsure(ENGLISH, 12, (COUNTRY,))) == [
        [("New version of Country cases", "lib:is:12:3")],
        [("New paper", "lib:is:12:0"), ("Another paper…", "lib:which:12:0")],
        [("Discard", "lib:drop:12")],
    ]


def test_all_papers_that_it_may_be_are_paged() -> None:
    many = tuple(replace(COUNTRY, paper_id=n, title=f"P{n}") for n in range(1, 11))
    assert rows(paper_keyboards.which(ENGLISH, 12, many, 8)) == [
        [("New version of P9", "lib:is:12:9")],
        [("New version of P10", "lib:is:12:10")],
        [("◀ Earlier", "lib:which:12:0")],
        [("New paper", "lib:is:12:0")],
        [("◀ Back to it", "lib:show:12")],
    ]


def test_pages_of_changes_lead_on_and_back() -> None:
    assert rows(paper_keyboards.paged(ENGLISH, 12, 1, 3)) == [
        [("◀ Earlier", "lib:all:12:0"), ("More ▶", "lib:all:12:2")],
        [("◀ Back to it", "lib:show:12")],
    ]


def test_one_telling_is_in_the_singular() -> None:
    found = rows(paper_keyboards.draft(ENGLISH, DRAFT, FOR_ALL, TITLES, False))
    assert found[3][0][0] == "Publish and tell the one who asked about it"


def test_telling_is_offered_before_anybody_has_asked_for_they_may_until_it_is_pressed() -> None:
    view = replace(DRAFT, asked=0)
    found = rows(paper_keyboards.draft(ENGLISH, view, FOR_ALL, TITLES, False))
    assert found[3] == [("Publish and tell those who asked about it", "lib:tell:12:11")]


def test_telling_is_not_offered_where_the_text_is_the_same() -> None:
    same = replace(draft(), asked=0)
    found = rows(paper_keyboards.draft(ENGLISH, same, FOR_ALL, TITLES, False))
    assert [row[0][0] for row in found][2:] == ["Publish", "Discard"]


def test_telling_is_offered_where_somebody_knows_an_older_version_than_the_same_one() -> None:
    known = replace(draft(), asked=1)
    found = rows(paper_keyboards.draft(ENGLISH, known, FOR_ALL, TITLES, False))
    assert found[3] == [("Publish and tell the one who asked about it", "lib:tell:12:11")]
