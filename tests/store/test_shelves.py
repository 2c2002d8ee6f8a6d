"""Papers as their editors hold them: versions, drafts that move, and who may read."""

from dataclasses import replace
from itertools import product

import pytest
from sqlalchemy import Engine

from knowledge.papers import Box, Passage, ReadingWarning, WarningKind
from meeting.paper_audience import AudienceKind, PaperAudience, Reader, may_read
from meeting.people import Community, Role
from store.papers import NewVersion, Papers
from store.shelves import Shelves
from store.slugs import slug_of

READERS = [
    Reader(role, community, sessions)
    for role, community, sessions in product(
        Role, (None, Community.DEFENCE, Community.OTHER), (frozenset(), frozenset({"peace", "a'b"}))
    )
]
AUDIENCES = [
    PaperAudience(AudienceKind.ALL),
    PaperAudience(AudienceKind.ORGANISERS),
    PaperAudience(AudienceKind.COMMUNITY, Community.DEFENCE),
    PaperAudience(AudienceKind.COMMUNITY, "peace"),
    PaperAudience(AudienceKind.SESSION, "peace"),
    PaperAudience(AudienceKind.SESSION, "a'b"),
    PaperAudience(AudienceKind.SESSION, "peace and war"),
    PaperAudience(AudienceKind.SESSION, Community.DEFENCE),
]


@pytest.fixture
def papers(engine: Engine) -> Papers:
    return Papers(engine)


@pytest.fixture
def shelves(engine: Engine) -> Shelves:
    return Shelves(engine)


def test_every_query_hands_out_what_the_rule_says(
    papers: Papers, shelves: Shelves, first: NewVersion
) -> None:
    ids = {}
    for number, audience in enumerate(AUDIENCES):
        new = replace(first, file_name=f"{number}.pdf", title=f"Paper {number}")
        row = papers.add_version(None, new, publish=True)
        shelves.set_audience(row.paper_id, audience, None)
        ids[row.version_id] = audience
    for reader in READERS:
        allowed = {one for one, audience in ids.items() if may_read(audience, reader)}
        assert {row.live.version_id for row in papers.list_papers(reader) if row.live} == allowed
        assert {label.version_id for label in papers.live_versions(reader).labels} == allowed
        found = papers.passages_of(sorted(ids), reader)
        assert {source.label.version_id for source in found} == allowed
        assert {one for one in ids if papers.file_of(one, reader)} == allowed
        assert {one for one in ids if shelves.version(one, reader)} == allowed
        assert {row.version_id for row in shelves.same_file(first.sha256, reader)} == allowed
        assert {row.paper_id for row in papers.list_papers(reader)} == allowed  # counted alike
        assert {one for one in ids if shelves.versions(one, reader)} == allowed
        assert {one for one in ids if shelves.paper(one, reader)} == allowed
        named = [shelves.by_slug(f"paper-{number}", reader) for number in range(len(AUDIENCES))]
        assert {row.paper_id for row in named if row} == allowed


def test_version_comes_back_with_warnings_labels_and_boxes(
    papers: Papers, shelves: Shelves, first: NewVersion
) -> None:
    box = Box(2, 72.0, 100.5, 540.0, 130.25)
    text = Passage(0, "Two piers.", 1, 2, ("Works",), page_label="ii", boxes=(box,))
    warning = ReadingWarning(WarningKind.NO_TEXT, 1, "")
    new = replace(first, passages=(text,), warnings=(warning,), author="Ola")
    row = papers.add_version(None, new, publish=False)
    kept = papers.passages_of([row.version_id], None)[0].passage
    assert (kept, row.warnings, row.author, row.passage_count) == (text, (warning,), "Ola", 1)
    assert shelves.version(row.version_id, None) == row


def test_short_name_is_made_of_the_title_and_stays(
    papers: Papers, shelves: Shelves, first: NewVersion, second: NewVersion
) -> None:
    papers.add_version(None, first, publish=True)
    papers.add_version(1, second, publish=True)
    papers.add_apart(replace(first, file_name="harbour.pdf"))
    names = [(row.slug, row.file_name) for row in papers.list_papers(None)]
    assert names == [("harbour-report", "harbour.pdf"), ("harbour-report-2", "harbour (2).pdf")]
    found = shelves.by_slug(" HARBOUR-report ", None)
    assert found is not None
    assert found.title == "Harbour report, revised"


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Évaluation des coûts : Phase II", "evaluation-des-couts-phase-ii"),
        ("平和", "paper"),
        ("A" * 60, "a" * 40),
        ("one two three four five six seven eight nine", "one-two-three-four-five-six-seven-eight"),
    ],
)
def test_short_name_is_plain_and_short(title: str, slug: str) -> None:
    assert slug_of(title) == slug


def test_short_name_that_is_taken_gets_a_number() -> None:
    assert slug_of("Costs", {"costs", "costs-2"}) == "costs-3"


def test_draft_moves_to_another_paper_and_back_to_one_of_its_own(
    papers: Papers, shelves: Shelves, first: NewVersion, second: NewVersion
) -> None:
    papers.add_version(None, first, publish=True)
    draft = papers.add_apart(second)
    moved = shelves.move(draft.version_id, 1)
    assert (moved.paper_id, moved.number, len(papers.list_papers(None))) == (1, 2, 1)
    assert shelves.move(draft.version_id, 1) == moved
    apart = shelves.part(draft.version_id)
    assert (apart.number, len(papers.list_papers(None))) == (1, 2)
    assert shelves.part(draft.version_id) == apart


def test_draft_that_parts_from_a_paper_is_for_the_same_readers(
    papers: Papers, shelves: Shelves, first: NewVersion, second: NewVersion
) -> None:
    papers.add_version(None, first, publish=True)
    organisers = PaperAudience(AudienceKind.ORGANISERS)
    shelves.set_audience(1, organisers, None)
    shelves.set_protected(1, True, None)
    draft = papers.add_version(1, second, publish=False)
    own = shelves.paper(shelves.part(draft.version_id).paper_id, None)
    assert own is not None
    assert (own.paper_id, own.audience, own.protected) == (2, organisers, True)


def test_paper_of_drafts_goes_by_the_title_of_the_newest_that_is_left(
    papers: Papers, shelves: Shelves, first: NewVersion, second: NewVersion
) -> None:
    def title() -> str:
        return papers.list_papers(None)[0].title

    papers.add_version(None, first, publish=False)
    papers.add_version(1, second, publish=False)
    titles = [title()]
    shelves.discard(2)
    titles.append(title())
    other = papers.add_apart(second)
    shelves.move(other.version_id, 1)
    titles.append(title())
    shelves.part(other.version_id)
    assert [*titles, title()] == [second.title, first.title, second.title, first.title]


def test_readers_change_nothing_of_what_they_may_not_read(
    papers: Papers, shelves: Shelves, first: NewVersion
) -> None:
    papers.add_version(None, first, publish=True)
    shelves.set_audience(1, PaperAudience(AudienceKind.ORGANISERS), None)
    editor = Reader(Role.EDITOR, None)
    done = [
        shelves.set_audience(1, PaperAudience(), editor),
        shelves.set_protected(1, True, editor),
        shelves.set_protected(9, True, None),
    ]
    row = papers.list_papers(None)[0]
    assert (done, row.audience.kind, row.protected) == (
        [False] * 3, AudienceKind.ORGANISERS, False,
    )  # fmt: skip


def test_published_version_neither_moves_nor_goes(
    papers: Papers, shelves: Shelves, first: NewVersion
) -> None:
    live = papers.add_version(None, first, publish=True).version_id
    for doing in (shelves.discard, shelves.part, lambda each: shelves.move(each, 1)):
        with pytest.raises(LookupError, match="no draft"):
            doing(live)
    with pytest.raises(LookupError, match="no paper 9"):
        shelves.move(papers.add_apart(first).version_id, 9)


def test_previous_version_and_moment_of_change_follow_the_pointer(
    papers: Papers, first: NewVersion, second: NewVersion
) -> None:
    papers.add_version(None, first, publish=True)
    papers.add_version(1, second, publish=True)
    before = papers.list_papers(None)[0]
    papers.publish(1, first.added_at)
    after = papers.list_papers(None)[0]
    assert (before.previous_id, after.previous_id, after.changed_at) == (1, 2, first.added_at)


def test_what_goes_with_a_publication_can_undo_it(papers: Papers, first: NewVersion) -> None:
    draft = papers.add_version(None, first, publish=False)

    def fail(*_: object) -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        papers.publish(draft.version_id, first.added_at, fail)
    assert (papers.live_versions(None).labels, papers.revision()) == ((), 0)
