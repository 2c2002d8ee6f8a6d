"""The papers as editors, organisers and the terminal work on them: versions, readers, erasure."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from knowledge.versions import Compared
from meeting.paper_audience import PaperAudience, Reader, may_read
from meeting.people import Participant, Role
from services.errors import NotThere, NotVerified, PaperDraftGone, PaperMoved
from services.paper_drafts import PaperCard, PaperDraft, Progress, Published, Uploaded
from services.paper_uploads import PaperUploads
from services.paper_views import PaperViews, room
from services.publishing import LiveMoved, Publishing
from services.readers import Readers
from store.papers import PaperRow, Papers, VersionRow
from store.shelves import Shelves

T = TypeVar("T")

EDITORS = (Role.EDITOR, Role.ORGANISER)


class PaperDesk:
    """Thread-safe. `person` is None for the terminal. Whoever is no editor finds nothing here, and
    an editor finds what they may read: raises NotThere. Raises NoRoom, and nothing was changed,
    where the disk is full."""

    def __init__(
        self,
        papers: Papers,
        shelves: Shelves,
        uploads: PaperUploads,
        views: PaperViews,
        publishing: Publishing,
        readers: Readers,
    ) -> None:
        self._papers = papers
        self._shelves = shelves
        self._uploads = uploads
        self._views = views
        self._publishing = publishing
        self._readers = readers

    def papers(self, person: Participant | None) -> tuple[PaperRow, ...]:
        """All papers, drafts too, by title."""
        rows = self._papers.list_papers(self._reader(person))
        return tuple(sorted(rows, key=lambda row: row.title.casefold()))

    def paper(self, person: Participant | None, paper_id: int) -> PaperCard:
        """A paper with all its versions."""
        reader = self._reader(person)
        return PaperCard(
            _there(self._shelves.paper(paper_id, reader)), self._shelves.versions(paper_id, reader)
        )

    def named(self, person: Participant | None, slug: str) -> PaperCard:
        """The same by its short name."""
        found = _there(self._shelves.by_slug(slug, self._reader(person)))
        return self.paper(person, found.paper_id)

    def read(
        self,
        person: Participant | None,
        data: bytes,
        name: str,
        progress: Callable[[Progress], None],
    ) -> Uploaded:
        """Read a file and keep it as a draft; `name` is what it is called, `progress` is told how
        far it is. Blocks for as long as the file may take, minutes where it is long."""
        return self._uploads.read(person, self._reader(person), data, name, progress)

    def view(self, person: Participant | None, version_id: int) -> PaperDraft:
        """A version as it would change what people read. Raises PaperDraftGone where there is no
        such version."""
        return self._views.of(self._version(version_id, self._reader(person)))

    def compare(self, person: Participant | None, before_id: int | None, after_id: int) -> Compared:
        """What one version changes of another one of the same paper."""
        reader = self._reader(person)
        ids = [each for each in (before_id, after_id) if each is not None]
        papers = {_there(self._shelves.version(each, reader)).paper_id for each in ids}
        if len(papers) != 1:
            raise NotThere("versions of two papers")
        return self._views.compare(before_id, after_id)

    def belongs_to(
        self, person: Participant | None, version_id: int, paper_id: int | None
    ) -> PaperDraft:
        """Make a draft the next version of this paper, or a new paper (None)."""
        reader = self._reader(person)
        draft = self._draft(version_id, reader)
        with room(), _gone():
            if paper_id is None:
                self._shelves.part(draft.version_id)
            else:
                _there(self._shelves.paper(paper_id, reader))
                self._shelves.move(draft.version_id, paper_id)
        return self.view(person, version_id)

    def publish(
        self, person: Participant | None, version_id: int, before_id: int | None, tell: bool
    ) -> Published:
        """Make a draft what people read, in one step; with `tell`, those whose answers change are
        told. `before_id` is the version that this person has seen it beside.

        Raises PaperDraftGone, NotVerified, and PaperMoved where that is not the live one any more:
        it is to be looked at again.
        """
        draft = self._draft(version_id, self._reader(person))
        return self._publish(person, draft, before_id, tell)

    def discard(self, person: Participant | None, version_id: int) -> None:
        """Throw a draft away, its text, file and vectors."""
        draft = self._draft(version_id, self._reader(person))
        with room(), _gone():
            self._shelves.discard(draft.version_id)

    def roll_back(
        self, person: Participant | None, paper_id: int, version_id: int, tell: bool = False
    ) -> Published:
        """Have an older version read again, verified as a new one is. The one that is live stays
        live. Raises NotThere, NotVerified and PaperMoved."""
        card = self.paper(person, paper_id)
        found = (each for each in card.versions if each.version_id == version_id)
        version = _there(next((each for each in found if each.published_at), None))
        live = card.paper.live
        return self._publish(person, version, live.version_id if live else None, tell)

    def would_keep(self, person: Participant | None, audience: PaperAudience) -> bool:
        """Whether a paper for these is one that this person may read."""
        reader = self._reader(person)
        return reader is None or may_read(audience, reader)

    def set_audience(
        self, person: Participant | None, paper_id: int, audience: PaperAudience
    ) -> None:
        """From now on the paper is for these, wherever it is asked for."""
        with room():
            done = self._shelves.set_audience(paper_id, audience, self._reader(person))
        _there(done or None)

    def set_protected(self, person: Participant | None, paper_id: int, protected: bool) -> None:
        """From now on the paper's file is sent so that it cannot be forwarded, or can."""
        with room():
            done = self._shelves.set_protected(paper_id, protected, self._reader(person))
        _there(done or None)

    def erase(self, paper_id: int) -> None:
        """Take a paper out of every file on the disk; for the terminal alone. Raises NotThere,
        NoRoom and TracesLeft; in the latter case the next start takes the last traces out."""
        with room():
            try:
                self._shelves.erase(paper_id)
            except LookupError:
                raise NotThere("no such paper") from None

    def _reader(self, person: Participant | None) -> Reader | None:
        reader = self._readers.of(person) if person else None
        if reader is not None and reader.role not in EDITORS:
            raise NotThere("not an editor")
        return reader

    def _version(self, version_id: int, reader: Reader | None) -> VersionRow:
        found = self._shelves.version(version_id, reader)
        if found is None:
            raise PaperDraftGone(f"version {version_id}")
        return found

    def _draft(self, version_id: int, reader: Reader | None) -> VersionRow:
        found = self._version(version_id, reader)
        if found.published_at is not None:
            raise PaperDraftGone(f"version {version_id} is published")
        return found

    def _publish(
        self, person: Participant | None, version: VersionRow, before_id: int | None, tell: bool
    ) -> Published:
        by = person.name if person else None
        with room(), _gone():
            try:
                return self._publishing.publish(version, before_id, tell, by)
            except (LiveMoved, NotVerified) as error:
                now = self._version(version.version_id, None)  # which may be gone
                if isinstance(error, NotVerified):
                    raise
                raise PaperMoved(self._views.of(now)) from None


def _there(found: T | None) -> T:
    if found is None:
        raise NotThere("no such paper")
    return found


@contextmanager
def _gone() -> Iterator[None]:
    try:
        yield
    except LookupError as error:
        if type(error) is not LookupError:  # a fault of ours, such as a KeyError
            raise
        raise PaperDraftGone(str(error)) from error
