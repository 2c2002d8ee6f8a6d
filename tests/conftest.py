"""What holds for all tests: events of the log go where those of the running bot go."""

import pytest

from services import events


@pytest.fixture(scope="session", autouse=True)
def events_in_the_log() -> None:
    """Through the standard library's logging, where pytest sees them."""
    events.route()
