"""What papers cost that come in again: unchanged, with one page changed, or with the whole state
directory. Run with `python -m benchmarks.reingest`: the real model and readers, and a table."""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from benchmarks.reading_room import ReadingRoom
from benchmarks.swap_readers import answer_text
from benchmarks.tables import print_table
from benchmarks.word_model import Counted
from knowledge.embedding import SentenceModel, load_model
from knowledge.models import SHIPPED
from knowledge.reading.child import read_file
from services.adding import Wish
from services.paper_files import Read

PAPERS, PAGES, QUESTIONS = 200, 100, 20
PARAGRAPHS = 12  # in each of the papers
LINES = ("keeps", "counts", "paints")  # what happens on a page of the long paper, a passage each
MOST_AGAIN = 0.02  # of the time that they took first, for papers that have not changed


@dataclass(frozen=True, slots=True)
class Cost:
    """Texts embedded, and seconds."""

    texts: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Costs:
    """`page` is what one changed page cost, `page_passages` how many passages it has; `same` of
    `asked` questions were answered alike from the copy of the state directory."""

    first: Cost
    again: Cost
    long: Cost
    page: Cost
    page_passages: int
    moved: Cost
    same: int
    asked: int

    @property
    def share(self) -> float:
        return self.again.seconds / self.first.seconds

    @property
    def counts_hold(self) -> bool:
        """Whether nothing was embedded that was embedded before, and the copy answers alike."""
        nothing = not (self.again.texts or self.moved.texts)
        return nothing and self.page.texts == self.page_passages and self.same == self.asked


def measure(
    papers: int,
    pages: int,
    load: Callable[[str], SentenceModel],
    read: Read,
) -> Costs:
    """So many papers, and one of so many pages, through a shelf with this model and reader."""
    with tempfile.TemporaryDirectory() as name:
        state, files = Path(name) / "state", Path(name) / "files"
        state.mkdir()
        files.mkdir()
        room = ReadingRoom(state, read, load=lambda of: Counted(load(of)))
        room.embedder.model()
        many = [_paper(files / f"paper-{number}.md", number) for number in range(papers)]
        first, again = _added(room, many), _added(room, many)
        long = _added(room, [_long(files / "long.pdf", pages, 0)])
        page = _added(room, [_long(files / "long.pdf", pages, pages // 2)])
        answers = [answer_text(room, _question(number, papers)) for number in range(QUESTIONS)]
        room.close()
        shutil.copytree(state, Path(name) / "elsewhere")
        shutil.rmtree(state)
        moved = ReadingRoom(Path(name) / "elsewhere", read, load=lambda of: Counted(load(of)))
        filled = _cost(moved, moved.library.warm_up)
        same = sum(answer_text(moved, _question(n, papers)) == a for n, a in enumerate(answers))
        moved.close()
    found = sum(bool(answer) for answer in answers)
    if not found:
        raise RuntimeError("no question was answered, so there is nothing to compare")
    return Costs(first, again, long, page, len(LINES), filled, same, len(answers))


def rows(costs: Costs) -> list[list[str]]:
    """The table: what, texts embedded, seconds, share of what it is compared with."""
    page_share = costs.page.seconds / costs.long.seconds
    return [
        ["papers, first time", str(costs.first.texts), f"{costs.first.seconds:.1f}", ""],
        ["the same, unchanged", _texts(costs.again), _seconds(costs.again), f"{costs.share:.2%}"],
        ["one long paper", _texts(costs.long), _seconds(costs.long), ""],
        ["one page of it changed", _texts(costs.page), _seconds(costs.page), f"{page_share:.0%}"],
        ["state directory elsewhere", _texts(costs.moved), _seconds(costs.moved), ""],
    ]


def _texts(cost: Cost) -> str:
    return str(cost.texts)


def _seconds(cost: Cost) -> str:
    return f"{cost.seconds:.2f}"


def _added(room: ReadingRoom, paths: Sequence[Path]) -> Cost:
    return _cost(room, lambda: [_add(room, path) for path in paths])


def _add(room: ReadingRoom, path: Path) -> str:
    added = room.papers.adding.add(path, Wish(is_new=True), lambda _share: None)
    if added.reason:
        raise RuntimeError(added.reason)
    return added.title


def _cost(room: ReadingRoom, work: Callable[[], object]) -> Cost:
    model = room.embedder.model()
    before = model.embedded if isinstance(model, Counted) else 0
    begin = time.perf_counter()
    work()
    after = model.embedded if isinstance(model, Counted) else 0
    return Cost(after - before, time.perf_counter() - begin)


def _paper(path: Path, number: int) -> Path:
    paragraphs = [
        f"Clerk {number} of the harbour office files letter {number * 100 + each} in drawer {each}."
        for each in range(PARAGRAPHS)
    ]
    path.write_text(f"# Report of clerk {number}\n\n" + "\n\n".join(paragraphs))
    return path


def _question(number: int, papers: int) -> str:
    paper = number % papers
    return f"In which drawer does clerk {paper} file letter {paper * 100 + number % PARAGRAPHS}?"


def _long(path: Path, pages: int, changed: int) -> Path:
    """Three passages a page; those of the page that `changed` (from 1; 0: none) say so."""
    canvas = Canvas(str(path), invariant=1)
    canvas.setTitle("The ledger of the lighthouse")
    for page in range(1, pages + 1):
        year = 1999 if page == changed else 1842
        for line, verb in enumerate(LINES):
            text = f"In {year} the keeper of lamp {page} {verb} all of its {page + 200} lenses."
            canvas.drawString(72, 720 - 60 * line, text)
        canvas.showPage()
    canvas.save()
    return path


def main() -> int:
    """Returns the exit code: 1 where something cost more than it has to."""
    costs = measure(PAPERS, PAGES, lambda _name: load_model(SHIPPED), read_file)
    title = f"{PAPERS} papers and one of {PAGES} pages that come in again"
    note = f"{costs.same} of {costs.asked} questions are answered alike from the copy"
    print_table(title, ("what", "texts embedded", "seconds", "share"), rows(costs), note)
    return 0 if costs.counts_hold and costs.share < MOST_AGAIN else 1


if __name__ == "__main__":
    sys.exit(main())
