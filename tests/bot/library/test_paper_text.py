"""A paper that was sent, as its editor reads it."""

from dataclasses import replace

from bot.library import paper_text
from bot.render import LONGEST, units
from knowledge.papers import ReadingWarning, WarningKind
from knowledge.versions import Compared, PassageChange
from services.paper_drafts import PaperDraft, Published
from tests.bot.drafts import ENGLISH, FRENCH
from tests.bot.library.papers import NUMBER, WORDS, added, changed, paper, removed, version

V1 = version(1)
V2 = version(2, published=None, pages=9)


def draft(*changes: PassageChange, unchanged: int = 20) -> PaperDraft:
    counts = [sum(c.kind == kind for c in changes) for kind in ("added", "changed", "removed")]
    compared = Compared(*counts, unchanged, changes)
    return PaperDraft(V2, paper(V1, drafts=1), V1, compared, (), 9, 1)


MANY = draft(WORDS, NUMBER, added("One."), removed("Gone."), *[added(f"More {n}.") for n in "abcd"])
NEW = replace(draft(added("One."), unchanged=0), version=version(1, published=None), before=None)


def test_new_version_is_told_with_counts_and_examples_numbers_first() -> None:
    assert paper_text.view(ENGLISH, MANY) == (
        "This looks like a new version of <b>Country cases</b> (now v1, 8 pages). v2 has 9 pages. "
        "Passages: 5 new, 2 changed, 1 gone, 20 as before.\n\n"
        "<b>Changed</b>, for instance:\n"
        "• ¶ 12, p. 5: four → <b>five</b> (“The overview covers five cases from three regions.”)\n"
        "• ¶ 3, p. 5: “Norway writes it.” → “Norway and UNDP write it.”\n\n"
        "<b>New</b>, for instance:\n"
        "• ¶ 14, p. 5: “One.”\n• ¶ 14, p. 5: “More a.”\n• ¶ 14, p. 5: “More b.”\n\n"
        "<b>Gone</b>, for instance:\n• ¶ 9, p. 5: “Gone.”\n\n"
        "Nothing odd in the file."
    )
    assert paper_text.has_more(ENGLISH, MANY)


def test_counts_agree_with_what_they_count_in_french() -> None:
    assert paper_text.view(FRENCH, draft(WORDS, removed("a"), removed("b"))).split("\n")[0] == (
        "On dirait une nouvelle version de <b>Country cases</b> (aujourd’hui v1, 8 pages). La v2 a "
        "9 pages. Passages\u202f: 1 modifié, 2 supprimés, 20 comme avant."
    )


def test_draft_of_which_all_is_seen_has_no_more() -> None:
    assert not paper_text.has_more(ENGLISH, draft(NUMBER))


def test_same_text_in_another_file_is_said_so() -> None:
    assert paper_text.view(ENGLISH, draft()) == (
        "This looks like a new version of <b>Country cases</b> (now v1, 8 pages). v2 has 9 pages, "
        "and the text is the same.\n\nNothing odd in the file."
    )


def test_new_paper_has_its_size_and_no_changes() -> None:
    assert paper_text.view(ENGLISH, NEW) == (
        "This looks like a new paper: <b>Country cases</b>, 9 pages.\n\nNothing odd in the file."
    )
    assert not paper_text.has_more(ENGLISH, NEW)
    assert paper_text.view(ENGLISH, replace(NEW, pages=None)).startswith(
        "This looks like a new paper: <b>Country cases</b>, 1 passage."
    )


def test_long_examples_give_way_to_the_limit_of_a_message() -> None:
    long = changed("🕊" * 900, "&" * 3000, ("&" * 90, "🕊" * 90))
    warnings = tuple(ReadingWarning(kind, 1, "&" * 900) for kind in WarningKind for _ in range(9))
    full = replace(draft(*[long] * 9, *[added("&" * 900)] * 9), warnings=warnings)
    assert units(paper_text.view(ENGLISH, full)) <= LONGEST
    assert paper_text.has_more(ENGLISH, full)
    assert all(units(page) <= LONGEST for page in paper_text.all_pages(ENGLISH, full))


def test_all_changes_stand_by_kind_on_pages() -> None:
    many = draft(*[added(f"More {n}.") for n in range(14)], WORDS, NUMBER)
    first, second = paper_text.all_pages(ENGLISH, many)
    assert first.split("\n")[:6] == [
        "<b>Country cases</b>: v1 → v2",
        "",
        "<b>Changed:</b>",
        "• ¶ 12, p. 5: four → <b>five</b> (“The overview covers five cases from three regions.”)",
        "• ¶ 3, p. 5: “Norway writes it.” → “Norway and UNDP write it.”",
        "<b>New:</b>",
    ]
    assert (first.split("\n")[-1], second.split("\n")[2]) == (
        "Page 1 of 2", "• ¶ 14, p. 5: “More 10.”",
    )  # fmt: skip


def test_publishing_says_who_is_told() -> None:
    done = Published(version(2), 3)
    begun = "<b>Published.</b> From this moment I answer from <b>Country cases</b>, v2."
    assert [
        paper_text.published(ENGLISH, done, tell=True),
        paper_text.published(ENGLISH, replace(done, told=1), tell=True),
        paper_text.published(ENGLISH, replace(done, told=0), tell=True),
        paper_text.published(ENGLISH, done, tell=False),
        paper_text.published(ENGLISH, Published(version(1)), tell=False),
    ] == [
        f"{begun} 3 people whose answers have changed are being told.",
        f"{begun} 1 person whose answer has changed is being told.",
        f"{begun} Nobody had asked about what has changed, so nobody is told.",
        f"{begun} Nobody is told.",
        begun.replace("v2", "v1"),
    ]
