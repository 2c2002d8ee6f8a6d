"""The part of the wiring that is about papers: read, published, handed out, worked on."""

from dataclasses import dataclass

from knowledge.oddities import oddities
from knowledge.pictures import draw_page
from meeting.clock import Clock
from services.adding import Adding
from services.ask import Answers
from services.embedding import Embedder
from services.library_desk import PaperDesk
from services.page_pictures import PagePictures
from services.paper_files import PaperFiles, Read
from services.paper_uploads import PaperUploads
from services.paper_views import PaperViews
from services.papers import PaperShelf
from services.passing_files import remove_left
from services.publishing import Publishing
from services.readers import Readers
from services.recognising import ByTitleNameAndText
from store.every_row import Rows


@dataclass(frozen=True, slots=True)
class Papers:
    """What participants, and what editors and the terminal, do with papers."""

    shelf: PaperShelf
    adding: Adding
    desk: PaperDesk
    pictures: PagePictures


def wire_papers(
    rows: Rows,
    embedder: Embedder,
    library: Answers,
    readers: Readers,
    clock: Clock,
    read: Read,
) -> Papers:
    """Built on the store that is up to date already; `read` reads a file, `library` answers from
    what is published."""
    remove_left()
    files = PaperFiles(embedder, clock, read, oddities)
    views = PaperViews(rows.papers, rows.shelves, clock)
    publishing = Publishing(rows.papers, embedder, library.made_ready, clock)
    recognising = ByTitleNameAndText(rows.papers, rows.shelves)
    uploads = PaperUploads(rows.papers, rows.shelves, files, views, recognising)
    return Papers(
        shelf=PaperShelf(rows.papers, rows.shelves, views, readers),
        adding=Adding(rows.papers, rows.shelves, files, views, publishing, recognising),
        desk=PaperDesk(rows.papers, rows.shelves, uploads, views, publishing, readers),
        pictures=PagePictures(rows.shelves, rows.papers, readers, draw_page),
    )
