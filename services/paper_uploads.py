"""A file that an editor sends becomes a draft: of a paper that is here, or of a new one."""

from collections.abc import Callable
from threading import Lock

from knowledge.papers import Outcome, Reading
from meeting.paper_audience import Reader
from meeting.people import Participant
from services.paper_drafts import Progress, Stage, Uploaded
from services.paper_files import PaperFiles, digest
from services.paper_views import PaperViews, room
from services.recognising import Recognising
from store.papers import NewVersion, Papers, VersionRow
from store.shelves import Shelves

Told = Callable[[Progress], None]


class PaperUploads:
    def __init__(
        self,
        papers: Papers,
        shelves: Shelves,
        files: PaperFiles,
        views: PaperViews,
        recognising: Recognising,
    ) -> None:
        self._papers = papers
        self._shelves = shelves
        self._files = files
        self._views = views
        self._recognising = recognising
        self._storing = Lock()  # of two files at once, the second is compared with the first

    def read(
        self,
        person: Participant | None,
        reader: Reader | None,
        data: bytes,
        name: str,
        progress: Told,
    ) -> Uploaded:
        """Read a file and keep it as a draft, beside what `reader` may read; raises NoRoom."""
        if known := self._known(data, reader):
            return self._again(known)
        progress(Progress(Stage.READING))
        reading = self._files.read_bytes(data, name)
        if reading.outcome is not Outcome.OK or not reading.passages:
            return Uploaded(refusal=reading.outcome, reason=reading.reason)
        with room():
            author = person.name if person else None
            new = self._files.embedded(reading, data, name, None, author, _embedding(progress))
            progress(Progress(Stage.COMPARING))
            return self._keep(reading, new, reader)

    def _known(self, data: bytes, reader: Reader | None) -> VersionRow | None:
        """The version that this very file has made, whatever it was called."""
        same = self._shelves.same_file(digest(data), reader)
        return min(same, key=self._views.last_of_all, default=None)

    def _again(self, known: VersionRow) -> Uploaded:
        if known.published_at is None:
            return Uploaded(draft=self._views.of(known))
        live = self._views.live(known)
        is_older = live is not None and live.version_id != known.version_id
        return Uploaded(same_as=known, older_than_live=is_older, live=live)

    def _keep(self, reading: Reading, new: NewVersion, reader: Reader | None) -> Uploaded:
        with self._storing:
            found = self._recognising.of(reading, new, reader)
            if found.paper_id is None:
                row = self._papers.add_apart(new)
            else:
                row = self._papers.add_version(found.paper_id, new, publish=False)
        return Uploaded(draft=self._views.of(row), unsure=found.unsure)


def _embedding(progress: Told) -> Callable[[int, int], None]:
    return lambda done, whole: progress(Progress(Stage.EMBEDDING, done, whole))
