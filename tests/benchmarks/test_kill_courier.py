"""Announcements survive kills, judged by what the Bot API accepted; a cursor does not."""

import pytest

from benchmarks.hall import IN_FLIGHT
from benchmarks.kill_courier import run
from benchmarks.kill_judge import Verdict


async def test_nobody_is_lost_over_five_kills_and_every_repeat_is_doubtful() -> None:
    verdict = await run(kills=5, seed=4, people=100, each=5)
    assert verdict.is_good, verdict
    assert (verdict.kills, verdict.lost) == (5, 0)


async def test_judge_sees_the_people_whom_a_cursor_loses() -> None:
    verdict = await run(kills=1, seed=4, people=100, each=1, variant="cursor")
    assert verdict.lost > 0
    assert verdict.false == verdict.lost
    assert not verdict.is_good


@pytest.mark.parametrize(
    "bad",
    [
        Verdict(kills=1, lost=1),
        Verdict(kills=1, repeats=1, worst=1, unflagged=1),
        Verdict(kills=1, false=1),
        Verdict(kills=9, repeats=5, worst=IN_FLIGHT + 1),
    ],
)
def test_each_way_to_fail_is_a_failure(bad: Verdict) -> None:
    assert not bad.is_good
