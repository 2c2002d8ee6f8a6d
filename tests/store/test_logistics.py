"""Practical matters come back in order; a new list takes the place of the old one."""

from sqlalchemy import Engine

from meeting.logistics import LogisticsEntry
from store.logistics import Logistics

WIFI = LogisticsEntry("wifi", {"en": "Oslo2030 / fjord", "fr": "…"}, {"en": ("internet",)})
VENUE = LogisticsEntry("venue", {"en": "The House"}, {}, 59.9, 10.7)


def test_entries_come_back_in_order(engine: Engine) -> None:
    Logistics(engine).replace([VENUE, WIFI])
    assert Logistics(engine).entries() == (VENUE, WIFI)


def test_new_list_takes_the_place_of_the_old_one(engine: Engine) -> None:
    Logistics(engine).replace([VENUE, WIFI])
    Logistics(engine).replace([WIFI])
    assert Logistics(engine).entries() == (WIFI,)
    Logistics(engine).replace([])
    assert Logistics(engine).entries() == ()
