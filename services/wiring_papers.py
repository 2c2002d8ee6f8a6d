"""The part of the wiring that is about papers: read, published, handed out, worked on."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from knowledge.oddities import oddities
from knowledge.papers import Reading
from knowledge.pictures import draw_page
from meeting.clock import Clock
from services.embedding import Embedder
from services.library_desk import PaperDesk
from services.page_pictures import PagePictures
from services.paper_files import PaperFiles
from services.paper_uploads import PaperUploads
from services.paper_views import PaperViews
from services.papers import PaperShelf
from services.publishing import Publishing
from services.readers import Readers
from services.recognising import ByTitleNameAndText
from store.every_row import Rows


@dataclass(frozen=True, slots=True)
class Papers:
    """What participants, and what editors and the terminal, do with papers."""

    shelf: PaperShelf
    desk: PaperDesk
    pictures: PagePictures


def wire_papers(
    rows: Rows,
    embedder: Embedder,
    readers: Readers,
    clock: Clock,
    read: Callable[[Path], Reading],
) -> Papers:
    """Built on the store that is up to date already; `read` reads a file."""
    files = PaperFiles(embedder, clock, read, oddities)
    views = PaperViews(rows.papers, rows.shelves, clock)
    publishing = Publishing(rows.papers, embedder, clock)
    recognising = ByTitleNameAndText(rows.papers, rows.shelves)
    uploads = PaperUploads(rows.papers, rows.shelves, files, views, recognising)
    return Papers(
        shelf=PaperShelf(rows.papers, rows.shelves, files, views, publishing, readers),
        desk=PaperDesk(rows.shelves, uploads, views, publishing, readers),
        pictures=PagePictures(rows.shelves, rows.papers, readers, draw_page),
    )
