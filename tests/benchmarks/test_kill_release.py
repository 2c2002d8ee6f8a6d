"""A release survives kills, judged by what the Bot API accepted; one in two parts does not."""

import pytest

from benchmarks.kill_judge import Verdict
from benchmarks.kill_release import ReleaseVerdict, run


async def test_everybody_concerned_is_told_and_nobody_else_over_two_kills() -> None:
    verdict = await run(kills=2, seed=2, told=60, others=10, each=2)
    assert verdict.is_good, verdict
    assert (verdict.told.kills, verdict.told.lost) == (2, 0)


async def test_judge_sees_an_agenda_that_holds_without_its_notices() -> None:
    verdict = await run(kills=1, seed=5, told=20, others=5, each=1, variant="apart")
    assert (verdict.torn, verdict.told.lost) == (2, 20)
    assert not verdict.is_good


@pytest.mark.parametrize(
    "bad",
    [
        ReleaseVerdict(Verdict(kills=1, lost=1)),
        ReleaseVerdict(Verdict(kills=1), strangers=1),
        ReleaseVerdict(Verdict(kills=1), torn=1),
    ],
)
def test_each_way_to_fail_is_a_failure(bad: ReleaseVerdict) -> None:
    assert not bad.is_good
