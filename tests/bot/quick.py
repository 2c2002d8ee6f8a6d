"""For tests that wait for the bot's pace: its seconds pass ten times as fast as in life."""

import pytest


@pytest.fixture
def haste() -> int:
    return 10
