"""Questions that name no session: which one they mean, if any."""

import pytest

from meeting.asking.forms import read_words
from meeting.asking.spoken import asks_the_time
from meeting.asking.words import plain


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("What time is it?", True),
        ("what’s the time now", True),
        ("Quelle heure est-il ?", True),
        ("What time is it on?", False),
        ("what time is lunch", False),
        ("à quelle heure est-il ouvert ?", False),
    ],
)
def test_time_of_day_is_asked_for_and_nothing_more(question: str, asks: bool) -> None:
    assert asks_the_time(read_words(plain(question))) is asks
