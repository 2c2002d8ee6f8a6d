"""Pages as pictures: drawn once, at hand while there is room, only for who may read the paper."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.papers import Box, Source
from meeting.paper_audience import AudienceKind, PaperAudience
from meeting.people import Participant
from services.agenda import AgendaBook
from services.page_pictures import MOST_BYTES, PagePicture, PagePictures
from services.readers import Readers
from store.agendas import Agendas
from store.logistics import Logistics
from store.shelves import Shelves
from tests.services.recall_desk import FOUR, OTHER, RecallDesk, version

BOXES = (Box(4, 100, 600, 300, 650),)


class Pictures(RecallDesk):
    """Page pictures of a paper, drawn by something that remembers what it drew."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        super().__init__(folder)
        book = AgendaBook(
            Agendas(self.engine), self.rows, Logistics(self.engine), self.clock, "Europe/Oslo"
        )
        self.shelves, self.drawn = Shelves(self.engine), list[tuple[int, Sequence[Box]]]()
        readers = Readers(self.rows, book)
        self.pictures = PagePictures(self.shelves, self.papers, readers, self.draw, most_bytes)
        self.result: bytes | None = b"a picture"
        self.person = Participant(100, "P0", person_id=self.ids[0])

    def draw(self, data: bytes, page: int, boxes: Sequence[Box]) -> bytes | None:
        assert data == b"%PDF"
        self.drawn.append((page, boxes))
        return self.result

    def of(self, position: int = 0, version_id: int | None = None) -> PagePicture | None:
        return self.pictures.of(self.person, self.source(position, version_id))

    def source(self, position: int, version_id: int | None = None) -> Source:
        sources = self.papers.passages_of([version_id or self.first.version_id], None)
        return sources[position]


@pytest.fixture
def desk(tmp_path: Path) -> Pictures:
    return Pictures(tmp_path)


def test_page_is_drawn_with_the_boxes_of_the_passage_once(desk: Pictures) -> None:
    boxed = desk.publish(replace(FOUR, boxes=BOXES), OTHER)
    shown = [desk.of(version_id=boxed.version_id) for _ in range(3)]
    assert shown == [PagePicture(b"a picture", protected=False)] * 3
    assert desk.drawn == [(4, BOXES)]


def test_other_passage_and_other_version_are_other_pictures(desk: Pictures) -> None:
    second = desk.publish(FOUR, OTHER)
    for position in (0, 1):
        desk.of(position)
        desk.of(position, second.version_id)
    assert [page for page, _ in desk.drawn] == [4, 4, 5, 5]


def test_reader_is_asked_anew_though_the_picture_is_at_hand(desk: Pictures) -> None:
    assert desk.of() is not None
    desk.shelves.set_audience(1, PaperAudience(AudienceKind.ORGANISERS), None)
    assert desk.of() is None


def test_paper_that_cannot_be_forwarded_has_pictures_that_cannot_either(desk: Pictures) -> None:
    desk.shelves.set_protected(1, True, None)
    assert desk.of() == PagePicture(b"a picture", protected=True)


def test_file_without_pages_has_no_picture(desk: Pictures) -> None:
    new = replace(version(replace(FOUR, page=None)), media_type="text/plain")
    row = desk.papers.add_version(None, new, publish=True)
    assert (desk.of(version_id=row.version_id), desk.drawn) == (None, [])


def test_what_cannot_be_drawn_is_tried_again_the_next_time(desk: Pictures) -> None:
    desk.result = None
    assert desk.of() is None
    desk.result = b"a picture"
    assert desk.of() == PagePicture(b"a picture", protected=False)


def test_oldest_pictures_make_room(tmp_path: Path) -> None:
    desk = Pictures(tmp_path, most_bytes=20)
    third = desk.publish(FOUR, OTHER).version_id
    for position, version_id in [(0, None), (1, None), (0, None), (0, third), (0, None), (1, None)]:
        desk.of(position, version_id)
    assert [page for page, _ in desk.drawn] == [4, 5, 4, 5]
