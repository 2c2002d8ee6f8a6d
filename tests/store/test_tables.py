"""Times go in aware, in any zone, and come out as the same moment in UTC."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import Engine
from sqlalchemy.exc import StatementError

from store.chats import Chats


def test_time_of_any_zone_comes_back_in_utc(engine: Engine) -> None:
    oslo = datetime(2030, 5, 6, 14, 0, 0, 250, tzinfo=timezone(timedelta(hours=2)))
    met = Chats(engine).meet(1, "Astrid", None, oslo)
    assert (met.first_seen, met.first_seen.tzinfo) == (oslo, UTC)


def test_time_without_a_zone_is_refused(engine: Engine) -> None:
    with pytest.raises(StatementError, match="without a zone"):
        Chats(engine).meet(1, "Astrid", None, datetime(2030, 5, 6))  # noqa: DTZ001
    assert Chats(engine).get(1) is None
