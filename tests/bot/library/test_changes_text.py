"""What is new in a paper, as participants read it."""

from dataclasses import replace

from bot.library import changes_keyboards, changes_text
from bot.render import LONGEST, units
from knowledge.versions import Compared, PassageChange
from services.paper_drafts import PaperChanges
from tests.bot.drafts import ENGLISH, FRENCH
from tests.bot.library.papers import (
    FEB_10,
    NUMBER,
    OSLO,
    WORDS,
    added,
    changed,
    paper,
    removed,
    version,
)
from tests.bot.library.test_paper_keyboards import rows

V1, V2 = version(1), version(2, published=FEB_10, pages=9)
COUNTRY = paper(V2, changed_at=FEB_10)


def renewed(*changes: PassageChange) -> PaperChanges:
    return PaperChanges(COUNTRY, V1, V2, FEB_10, Compared(0, 0, 0, 0, changes))


def test_changes_are_a_cited_list_numbers_first() -> None:
    found = renewed(added("A new one."), WORDS, removed("An old one."), NUMBER)
    assert changes_text.changes(ENGLISH, found, OSLO) == [
        "<b>Country cases</b>: what v2 of 11 February 2008 changes\n\n"
        "• ¶ 12, p. 5: four → <b>five</b> (“The overview covers five cases from three regions.”)\n"
        "• <b>New</b>, ¶ 14, p. 5: “A new one.”\n"
        "• ¶ 3, p. 5: “Norway writes it.” → “Norway and UNDP write it.”\n"
        "• <b>Gone</b>, ¶ 9, p. 5: “An old one.”"
    ]


def test_same_text_is_said_so() -> None:
    assert changes_text.changes(FRENCH, renewed(), OSLO) == [
        "<b>Country cases</b>\u202f: ce que change la v2 du 11 février 2008\n\n"
        "Le texte est le même qu’avant."
    ]


def test_many_changes_are_paged_and_every_page_fits() -> None:
    long = changed("🕊 " * 900, "&" * 3000)
    pages = changes_text.changes(ENGLISH, renewed(*[long] * 24), OSLO)
    assert (len(pages), max(map(units, pages)) <= LONGEST) == (4, True)
    assert rows(changes_keyboards.changes(ENGLISH, 3, 12, 1, 3)) == [
        [("◀ Earlier", "changes:one:3:0"), ("More ▶", "changes:one:3:2")],
        [("The paper", "paper:12"), ("◀ All that is new", "changes:list:0")],
    ]


def test_papers_with_a_newer_version_are_listed() -> None:
    assert changes_text.papers(ENGLISH, (COUNTRY,), 0, OSLO) == (
        "<b>What is new in the papers</b>\nTap one to see what its new version changes.\n\n"
        "<b>1.</b> Country cases · v2 · 11 February 2008"
    )
    assert changes_text.papers(ENGLISH, (), 0, OSLO) == (
        "No paper has a newer version so far. /papers has them all."
    )
    many = tuple(replace(COUNTRY, paper_id=n, title=f"P{n}") for n in range(1, 11))
    assert changes_text.papers(ENGLISH, many, 8, OSLO, "changes.found").split("\n")[-1] == (
        "Papers 9 to 10 of 10"
    )
    assert rows(changes_keyboards.papers(ENGLISH, many, 0))[-2:] == [
        [("8. P8", "changes:one:8:0")], [("More ▶", "changes:list:8")],
    ]  # fmt: skip
