"""A paper's versions come in whole or not at all, and exactly one of them is live."""

import threading
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from knowledge.papers import Source, VersionLabel
from store.papers import CameIn, LiveLibrary, NewVersion, PaperRow, Papers, StoredFile, VersionRow


@pytest.fixture
def papers(engine: Engine) -> Papers:
    return Papers(engine)


def test_empty_library_is_a_normal_state(papers: Papers) -> None:
    assert papers.list_papers(None) == ()
    assert papers.live_versions(None) == LiveLibrary(0, ())
    assert papers.passages_of([1, 2], None) == ()
    assert papers.revision() == 0
    nothing = [papers.by_title("x"), papers.by_file_name("x"), papers.file_of(1, None)]
    assert (nothing, papers.newest()) == ([None] * 3, 0)


def test_published_version_is_live_with_all_it_came_with(
    papers: Papers, first: NewVersion, noon: datetime
) -> None:
    row = papers.add_version(None, first, publish=True)
    label = VersionLabel(1, "Harbour report", 1)
    assert row == VersionRow(
        1,
        1,
        1,
        "Harbour report",
        "harbour.pdf",
        "application/pdf",
        "a" * 64,
        2,
        noon,
        noon,
        passage_count=2,
    )
    assert papers.list_papers(None) == (_paper(row, noon),)
    assert papers.live_versions(None) == LiveLibrary(1, (label,))
    assert papers.passages_of([1], None) == tuple(Source(label, p) for p in first.passages)
    assert papers.file_of(1, None) == StoredFile("harbour.pdf", "application/pdf", b"%PDF harbour")


def test_draft_is_listed_but_not_live(papers: Papers, first: NewVersion, noon: datetime) -> None:
    row = papers.add_version(None, first, publish=False)
    assert (row.published_at, papers.live_versions(None)) == (None, LiveLibrary(0, ()))
    draft = PaperRow(1, "harbour.pdf", "Harbour report", noon, None, 1, slug="harbour-report")
    assert papers.list_papers(None) == (draft,)


def test_paper_goes_by_the_title_of_its_live_version(
    papers: Papers, first: NewVersion, second: NewVersion, noon: datetime
) -> None:
    papers.add_version(None, first, publish=True)
    draft = papers.add_version(1, second, publish=False)
    before = papers.list_papers(None)[0].title
    papers.publish(draft.version_id, noon)
    after = papers.list_papers(None)[0].title
    assert (before, after) == ("Harbour report", "Harbour report, revised")
    assert papers.by_title("Harbour report") is None
    assert papers.by_title("Harbour report, revised") == papers.list_papers(None)[0]


def test_paper_of_drafts_goes_by_the_title_of_the_newest(
    papers: Papers, first: NewVersion, second: NewVersion
) -> None:
    papers.add_version(None, first, publish=False)
    papers.add_version(1, second, publish=False)
    paper = papers.list_papers(None)[0]
    assert (paper.title, paper.drafts) == ("Harbour report, revised", 2)


def test_every_version_is_cited_by_its_own_title(
    papers: Papers, first: NewVersion, second: NewVersion
) -> None:
    papers.add_version(None, first, publish=True)
    papers.add_version(1, second, publish=True)
    labels = [source.label for source in papers.passages_of([2, 1], None)]
    old, new = VersionLabel(1, first.title, 1), VersionLabel(2, second.title, 2)
    assert labels == [new, new, old, old]


def test_same_file_name_makes_the_next_version(
    papers: Papers, first: NewVersion, second: NewVersion
) -> None:
    numbers = [papers.add_version(None, new, publish=True).number for new in (first, second)]
    assert (numbers, len(papers.list_papers(None))) == ([1, 2], 1)


def test_paper_is_found_by_a_name_it_came_under_later(
    papers: Papers, first: NewVersion, second: NewVersion
) -> None:
    papers.add_version(None, first, publish=True)
    papers.add_version(1, replace(second, file_name="final.pdf"), publish=True)
    found = [papers.by_file_name(name) for name in ("harbour.pdf", "final.pdf", "other.pdf")]
    paper = papers.list_papers(None)[0]
    assert found == [paper, paper, None]
    assert (
        papers.add_version(None, replace(second, file_name="final.pdf"), publish=True).number == 3
    )


def test_revision_is_raised_only_when_something_else_is_live(
    papers: Papers, first: NewVersion, second: NewVersion, noon: datetime
) -> None:
    revisions = []
    papers.add_version(None, first, publish=True)
    revisions.append(papers.revision())
    papers.add_version(1, second, publish=False)
    revisions.append(papers.revision())
    papers.publish(1, noon)  # is live already
    revisions.append(papers.revision())
    papers.publish(2, noon)
    revisions.append(papers.revision())
    assert revisions == [1, 1, 1, 2]


def test_older_version_can_be_made_live_again_and_keeps_its_date(
    papers: Papers, first: NewVersion, second: NewVersion, noon: datetime
) -> None:
    papers.add_version(None, first, publish=True)
    papers.add_version(1, second, publish=True)
    back = papers.publish(1, noon + timedelta(days=1))
    assert back.published_at == noon
    assert papers.live_versions(None) == LiveLibrary(3, (VersionLabel(1, first.title, 1),))


def test_version_is_refused_where_another_file_came_in_since(
    papers: Papers, first: NewVersion, second: NewVersion
) -> None:
    assert papers.add_apart(first, newest=0).version_id == 1
    for add in (
        lambda: papers.add_apart(second, 0),
        lambda: papers.add_version(1, second, True, 0),
    ):
        with pytest.raises(CameIn):
            add()
    assert papers.newest() == 1
    assert papers.add_version(1, second, publish=False, newest=1).number == 2


def test_publisher_is_who_published_first(
    papers: Papers, first: NewVersion, second: NewVersion, noon: datetime
) -> None:
    one = papers.add_version(None, first, publish=False).version_id
    two = papers.add_version(1, second, publish=False).version_id
    by = [papers.publish(one, noon, by="Ola").publisher, papers.publish(two, noon).publisher]
    assert (by, papers.publish(one, noon, by="Bo").publisher) == (["Ola", None], "Ola")
    assert [each.changed_by for each in papers.list_papers(None)] == ["Bo"]


def test_version_that_cannot_be_stored_leaves_nothing(papers: Papers, first: NewVersion) -> None:
    twice = replace(first, passages=first.passages[:1] * 2)
    with pytest.raises(IntegrityError):
        papers.add_version(None, twice, publish=True)
    assert (papers.list_papers(None), papers.revision(), papers.file_of(1, None)) == ((), 0, None)


def test_unknown_paper_and_version_are_lookup_errors(
    papers: Papers, first: NewVersion, noon: datetime
) -> None:
    with pytest.raises(LookupError, match="no paper 9"):
        papers.add_version(9, first, publish=True)
    with pytest.raises(LookupError, match="no version 9"):
        papers.publish(9, noon)
    assert papers.list_papers(None) == ()


def test_two_who_add_to_one_paper_at_once_get_numbers_of_their_own(
    papers: Papers, first: NewVersion, second: NewVersion
) -> None:
    start = threading.Barrier(2)
    rows: list[VersionRow] = []

    def add(new: NewVersion) -> None:
        start.wait(10)
        rows.append(papers.add_version(None, new, publish=True))

    both = [threading.Thread(target=add, args=(new,)) for new in (first, second)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join(60)
    assert sorted((row.paper_id, row.number) for row in rows) == [(1, 1), (1, 2)]
    assert papers.revision() == 2


def test_library_is_read_as_it_was_at_one_moment(papers: Papers, first: NewVersion) -> None:
    """One thread publishes, another reads: the revision always says how many papers are live."""
    seen: list[LiveLibrary] = []
    done = threading.Event()

    def publish() -> None:
        for number in range(20):
            papers.add_version(None, replace(first, file_name=f"{number}.pdf"), publish=True)
        done.set()

    writer = threading.Thread(target=publish)
    writer.start()
    while not done.is_set():
        seen.append(papers.live_versions(None))
    writer.join(60)
    assert [live.revision for live in seen] == [len(live.labels) for live in seen]


def _paper(live: VersionRow, noon: datetime) -> PaperRow:
    """The only paper, for all to read."""
    return PaperRow(
        1, "harbour.pdf", "Harbour report", noon, live, 0, slug="harbour-report", changed_at=noon
    )
