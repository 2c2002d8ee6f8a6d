"""What holds for all tests: who runs them, in which order, and where events of the log go."""

import gc
import os

import pytest
from xdist.remote import Producer
from xdist.scheduler import LoadFileScheduling

from services import events

# Several tests run at a time already: more threads for one model only get in each other's way.
# Before anything imports torch; for the bots that tests start, too.
os.environ.setdefault("OMP_NUM_THREADS", "1")
# What is imported stays until the end, and looking through all of it for garbage takes a tenth of
# the time: it is looked through more seldom, and what was there at the beginning not at all.
gc.set_threshold(50_000, 20, 20)

# Those that take longest begin: at the end, one of them would keep everybody waiting.
LONG = (
    "tests/benchmarks/test_kill",
    "tests/test_killed",
    "tests/benchmarks/",
    "tests/rehearsal/chat/",
)
# Those that load the model: one process takes them all, and loads it once.
MODEL = (
    "tests/benchmarks/test_cited",
    "tests/knowledge/test_answering",
    "tests/knowledge/test_embedding",
    "tests/knowledge/test_index",
    "tests/knowledge/test_refusal",
    "tests/knowledge/test_search",
    "tests/knowledge/writers/",
    "tests/test_ingest.",
    "tests/test_ingest_papers.",
    "tests/test_killed.",
)


class ByFile(LoadFileScheduling):
    """A file is for one process, and so are all files with the model."""

    def _split_scope(self, nodeid: str) -> str:
        return "model" if nodeid.startswith(MODEL) else super()._split_scope(nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> ByFile | None:
    """For --dist loadfile."""
    return ByFile(config, log) if config.getoption("dist") == "loadfile" else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=_place)


def pytest_collection_finish() -> None:
    gc.freeze()


def _place(item: pytest.Item) -> int:
    """Where a test begins: by the first of LONG that it belongs to, otherwise behind them."""
    return next((at for at, name in enumerate(LONG) if item.nodeid.startswith(name)), len(LONG))


@pytest.fixture(scope="session", autouse=True)
def events_in_the_log() -> None:
    """Through the standard library's logging, where pytest sees them."""
    events.route()
