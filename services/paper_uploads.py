"""A file that an editor sends becomes a draft: of a paper that is here, or of a new one."""

from collections.abc import Callable
from contextlib import suppress

from knowledge.papers import Outcome, Reading
from meeting.paper_audience import Reader
from meeting.people import Participant
from services.paper_drafts import Progress, Stage, Uploaded
from services.paper_files import PaperFiles, digest
from services.paper_views import PaperViews, room
from services.recognising import Recognising
from store.papers import CameIn, NewVersion, Papers, VersionRow
from store.shelves import Shelves

Told = Callable[[Progress], None]

ATTEMPTS = 10  # at finding the paper of a file, each overtaken by another file


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
        with room():
            reading = self._files.read_bytes(data, name, _far(Stage.READING, progress))
        if reading.outcome is not Outcome.OK or not reading.passages:
            return Uploaded(refusal=reading.outcome, reason=reading.reason)
        with room():
            author, embedding = person.name if person else None, _far(Stage.EMBEDDING, progress)
            new = self._files.embedded(reading, data, name, None, author, embedding)
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
        """Of two files at once, from wherever they come, the second is compared with the first:
        whoever is overtaken looks once more."""
        for _ in range(ATTEMPTS - 1):
            with suppress(CameIn, LookupError):
                return self._keep_once(reading, new, reader)
        return self._keep_once(reading, new, reader)

    def _keep_once(self, reading: Reading, new: NewVersion, reader: Reader | None) -> Uploaded:
        newest = self._papers.newest()
        if known := self._known(new.data, reader):
            return self._again(known)
        found = self._recognising.of(reading, new.file_name, reader)
        if found.paper_id is None:
            row = self._papers.add_apart(new, newest)
        else:
            row = self._papers.add_version(found.paper_id, new, publish=False, newest=newest)
        return Uploaded(draft=self._views.of(row), unsure=found.unsure)


def _far(stage: Stage, progress: Told) -> Callable[[int, int], None]:
    return lambda done, whole: progress(Progress(stage, done, whole))
