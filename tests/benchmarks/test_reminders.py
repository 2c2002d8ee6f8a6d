"""Reminders come once through changes of clocks and downtimes; plain stored jobs do not."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from benchmarks.reminder_judge import Key, Seen, judge
from benchmarks.reminder_meetings import HOUR, NIGHTS, Expected, Trouble, meeting, trouble
from benchmarks.reminders import run

KEY = (1, "Talk")
EXPECTED = {KEY: Expected(due=600, starts=1200)}
NEITHER: frozenset[Key] = frozenset()
NO_CHANGE = {"Asia/Kathmandu", "Asia/Tokyo"}


def test_each_reminder_comes_once_or_is_listed() -> None:
    verdict = run(seed=1, people=3, zones=2)
    assert verdict.is_good, verdict
    assert (verdict.reminders, verdict.once + verdict.stale) == (120, 120)
    assert verdict.stale > 0


def test_stored_jobs_lose_what_a_downtime_is_in_the_way_of() -> None:
    verdict = run(seed=1, people=3, variant="apscheduler", zones=2)
    assert verdict.broken["lost"] > 0
    assert not verdict.is_good


@pytest.mark.parametrize("zone", NIGHTS)
def test_clocks_are_changed_on_that_night(zone: str) -> None:
    moment = datetime.fromisoformat(NIGHTS[zone]).replace(tzinfo=UTC)
    before, after = (
        at.astimezone(ZoneInfo(zone)).utcoffset() for at in (moment - timedelta(seconds=1), moment)
    )
    assert (before == after) == (zone in NO_CHANGE)
    dues = [each.due for each in meeting(zone, 3, 1).expected.values()]
    assert min(dues) < moment.timestamp() - HOUR
    assert max(dues) > moment.timestamp() + HOUR


def test_trouble_has_every_kind_of_downtime_and_both_ways_of_the_clock() -> None:
    found: Trouble = trouble(meeting("Europe/Oslo", 3, 1), 1)
    assert {each.ends - each.begins for each in found.outages} == {1, 300, 3 * HOUR}
    assert sorted(found.steps.values()) == [-1200, -90, -2, 2, 90, 1200]


@pytest.mark.parametrize(
    ("accepted", "stale", "listed", "rule"),
    [
        ([], NEITHER, {}, "lost"),
        ([(600, KEY), (700, KEY)], NEITHER, {}, "twice"),
        ([(599, KEY)], NEITHER, {}, "early"),
        ([(1201, KEY)], NEITHER, {}, "late"),
        ([(600, KEY), (600, (1, "Other"))], NEITHER, {}, "unasked"),
        ([(600, KEY)], frozenset({KEY}), {"Talk": 1}, "both"),
        ([], frozenset({KEY}), {}, "listed otherwise"),
    ],
)
def test_each_broken_rule_is_seen(
    accepted: Sequence[tuple[int, Key]], stale: frozenset[Key], listed: dict[str, int], rule: str
) -> None:
    verdict = judge(EXPECTED, Seen(accepted, stale, listed, looked=(0, 1200)))
    assert [name for name, times in verdict.broken.items() if times] == [rule]


def test_what_could_have_been_sent_is_not_to_be_written_off() -> None:
    stale = Seen((), frozenset({KEY}), {"Talk": 1}, looked=(0, 1199))
    assert judge(EXPECTED, stale).broken["needless"] == 1
