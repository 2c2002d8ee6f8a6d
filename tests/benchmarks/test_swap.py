"""New versions go live whole over kills, judged by what people read; deleting first does not."""

import pytest

from benchmarks.marked import marks
from benchmarks.swap import run
from benchmarks.swap_judge import AfterKill, Seen, Told, Verdict, judge

NORTH, SOUTH, WEST = (
    f"The toll is number 10004 in the {side}." for side in "north south west".split()
)
WHOLE = f"{NORTH} {SOUTH} {WEST} Harbour plan, v1"
NEW = WHOLE.replace("10004", "10008").replace("v1", "v2")


def test_every_answer_is_one_whole_version_over_two_kills() -> None:
    verdict = run(versions=3, kills=2, seed=3, readers=2)
    assert verdict.is_good, (verdict, verdict.faults)
    assert verdict.kills == 2 <= verdict.kept + verdict.changed
    assert verdict.versions >= 3


def test_judge_sees_what_is_there_between_deleting_and_adding() -> None:
    verdict = run(versions=4, kills=1, seed=3, readers=2, variant="delete-then-add")
    assert verdict.mixed + verdict.empty + verdict.partial + verdict.torn > 0
    assert not verdict.is_good


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        (Seen("harbour", 2.0, NEW), Verdict(answers=1, versions=1)),
        (Seen("harbour", 0.0, WHOLE), Verdict(answers=1, versions=1)),
        (Seen("harbour", 2.0, WHOLE), Verdict(answers=1, versions=1, stale=1)),
        (Seen("harbour", 2.0, ""), Verdict(answers=1, versions=1, empty=1)),
        (Seen("harbour", 0.0, f"{NORTH} {SOUTH}"), Verdict(answers=1, versions=1, partial=1)),
        (Seen("harbour", 0.0, WHOLE.replace("10004", "10008", 1)), Verdict(1, 1, versions=1)),
        (Seen("harbour", 0.0, WHOLE, (NEW,)), Verdict(answers=1, versions=1, mixed=1)),
    ],
)
def test_each_way_to_be_wrong_is_seen(seen: Seen, expected: Verdict) -> None:
    assert judge([seen], [Told("harbour", 1.0, 10008)], []) == expected


@pytest.mark.parametrize(
    ("texts", "torn"),
    [((WHOLE, WHOLE), 0), ((NEW, NEW), 0), ((WHOLE, NEW), 1), ((WHOLE, ""), 1), ((NORTH,), 1)],
)
def test_after_a_kill_a_paper_is_the_old_or_the_new(texts: tuple[str, ...], torn: int) -> None:
    assert judge([], [], [AfterKill(10004, 10008, texts)]).torn == torn


def test_paper_that_is_neither_old_nor_new_is_torn() -> None:
    assert marks(WHOLE) == {10004}
    assert judge([], [], [AfterKill(10008, 10012, (WHOLE,))]).torn == 1
