"""Two files at once, through the chat and from the terminal: of one paper they are its versions."""

import multiprocessing
import threading
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.synchronize import Barrier
from pathlib import Path

from knowledge.papers import Reading
from meeting.paper_audience import Reader
from services.paper_drafts import PaperDraft
from services.paper_uploads import PaperUploads
from services.recognising import Recognising, Which
from store.database import open_database
from tests.services.conftest import Desk, desk_on

FOUR = "Cases\nThe overview has four cases.\nEach is a page."
FIVE = FOUR.replace("four", "five")
AT_ONCE = 4


@dataclass
class Overtaken:
    """Something else happens between the look at the papers that are here and the next step."""

    inner: Recognising
    meanwhile: Callable[[], object] | None

    def of(self, reading: Reading, file_name: str, reader: Reader | None) -> Which:
        found, happens = self.inner.of(reading, file_name, reader), self.meanwhile
        self.meanwhile = None
        if happens:
            happens()
        return found


def overtaken(desk: Desk, meanwhile: Callable[[], object]) -> PaperUploads:
    uploads = desk.editing._uploads
    uploads._recognising = Overtaken(uploads._recognising, meanwhile)
    return uploads


def another(desk: Desk) -> Desk:
    """A process of its own, as far as the store can tell."""
    return desk_on(open_database(str(desk.engine.url)), desk.folder.parent)


def versions(desk: Desk) -> list[tuple[str, list[int]]]:
    """The papers, by file name, each with the numbers of its versions."""
    return [
        (row.file_name, [each.number for each in desk.editing.paper(None, row.paper_id).versions])
        for row in desk.papers.list_papers(None)
    ]


def test_file_from_the_terminal_overtakes_one_in_the_chat(desk: Desk) -> None:
    overtaken(desk, lambda: another(desk).add("cases.txt", FOUR))
    draft = desk.draft(None, "cases v2.txt", FIVE)
    assert (draft.before and draft.before.number, draft.compared.changed) == (1, 1)
    assert versions(desk) == [("cases.txt", [2, 1])]


def test_very_same_file_from_the_terminal_overtakes_the_one_in_the_chat(desk: Desk) -> None:
    overtaken(desk, lambda: another(desk).add("cases.txt", FOUR))
    same = desk.send(None, "renamed.txt", FOUR).same_as
    assert (same and same.number, versions(desk)) == (1, [("cases.txt", [1])])


def test_file_in_the_chat_overtakes_one_from_the_terminal(desk: Desk) -> None:
    adding = desk.adding
    adding._recognising = Overtaken(
        adding._recognising, lambda: another(desk).draft(None, "cases.txt", FOUR)
    )
    assert not desk.add("cases v2.txt", FIVE).reason
    assert versions(desk) == [("cases.txt", [2, 1])]


def test_paper_that_is_erased_before_its_new_version_is_kept_makes_that_a_new_paper(
    desk: Desk,
) -> None:
    desk.add("cases.txt", FOUR)
    overtaken(desk, lambda: another(desk).editing.erase(1))
    assert desk.draft(None, "cases v2.txt", FIVE).before is None
    assert versions(desk) == [("cases v2.txt", [1])]


def test_files_of_one_paper_in_several_threads_are_its_versions(desk: Desk) -> None:
    start, drafts = threading.Barrier(AT_ONCE), list[PaperDraft]()

    def send(number: int) -> None:
        start.wait(20)
        drafts.append(desk.draft(None, f"cases v{number}.txt", f"{FOUR}\nPart {number}."))

    threads = [threading.Thread(target=send, args=(number,)) for number in range(AT_ONCE)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)
    assert sorted(each.version.number for each in drafts) == [1, 2, 3, 4]
    assert [numbers for _, numbers in versions(desk)] == [[4, 3, 2, 1]]


def test_files_of_one_paper_from_chat_and_terminal_are_its_versions(
    desk: Desk, tmp_path: Path
) -> None:
    spawn = multiprocessing.get_context("spawn")
    start = spawn.Barrier(2)
    given = str(desk.engine.url), tmp_path, start
    both = [spawn.Process(target=_send, args=(*given, way)) for way in ("chat", "terminal")]
    for each in both:
        each.start()
    for each in both:
        each.join(60)
    assert [each.exitcode for each in both] == [0, 0]
    assert [numbers for _, numbers in versions(desk)] == [[4, 3, 2, 1]]
    live = desk.papers.list_papers(None)[0].live
    assert live is not None
    assert live.title == "Cases"


def _send(url: str, folder: Path, start: Barrier, way: str) -> None:
    """Two files, one after the other; what runs in each process."""
    desk = desk_on(open_database(url), folder)
    start.wait(30)
    for number in (1, 2):
        text = f"{FOUR}\nPart {number} by {way}."
        if way == "chat":
            desk.draft(None, "cases.txt", text)
        else:
            assert not desk.add("cases.txt", text).reason
