"""No secret reaches anybody it is not for, judged by what the Bot API was given; without the filter
it does."""

from collections import Counter

import pytest

from benchmarks.leak import run
from benchmarks.leak_judge import Verdict


async def test_no_paper_leaks_by_answers_lists_buttons_files_or_pages() -> None:
    verdict = await run(questions=60, papers=10, each=1)
    assert verdict.is_good, verdict
    assert verdict.questions == 60


async def test_judge_sees_what_leaks_without_the_filter() -> None:
    verdict = await run(questions=20, papers=5, each=1, variant="unfiltered")
    assert verdict.leaks.total() > 0
    assert not verdict.is_good


@pytest.mark.parametrize(
    "bad",
    [
        Verdict(lists=1, told=1, files=1, pictures=1, leaks=Counter(sendMessage=1)),
        Verdict(lists=1, told=1, files=1, pictures=1, counts=1),
        Verdict(lists=1, told=1, files=1, pictures=1, differences=1),
        Verdict(lists=1, files=1, pictures=1),
        Verdict(told=1, files=1, pictures=1),
    ],
)
def test_each_way_to_fail_is_a_failure(bad: Verdict) -> None:
    assert not bad.is_good
