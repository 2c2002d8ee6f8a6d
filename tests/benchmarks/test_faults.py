"""Announcements come through every fault by the rules; a blind courier does not."""

import pytest

from benchmarks.crowd import Row
from benchmarks.fault_judge import Rules, judge
from benchmarks.faults import run, run_refused_token
from meeting.delivery import State
from rehearsal.request_log import RequestRecord

RULES = Rules(per_second=2, in_flight=2)
BLOCKED, FAILED = Row(State.BLOCKED, False, False), Row(State.FAILED, False, False)
REACHED, DOUBTFUL = Row(State.SENT, False, False), Row(State.SENT, True, False)


@pytest.mark.parametrize("seed", [1, 2])
async def test_every_fault_is_survived_by_the_rules(seed: int) -> None:
    verdict = await run(seed, sends=200)
    assert verdict.is_good, verdict
    assert verdict.people == 200


async def test_refused_token_stops_everything_and_loses_nobody() -> None:
    verdict = await run_refused_token(sends=40)
    assert verdict.is_good, verdict
    assert verdict.reached == 20


async def test_judge_sees_what_a_blind_courier_breaks() -> None:
    expected = {
        "after a refusal",
        "before retry_after was over",
        "two in a second to one chat",
        "repeats that are not flagged",
    }
    broken: set[str] = set()
    for seed in (1, 2, 3):  # how requests fall beside each other depends on the machine, too
        verdict = await run(seed, sends=200, variant="blind")
        broken |= {rule for rule, times in verdict.broken.items() if times}
        if broken >= expected:
            break
    assert broken >= expected


def send(at: float, chat: int = 1, fault: str | None = None, told: int = 0) -> RequestRecord:
    description = f"Too Many Requests: retry after {told}" if told else ""
    ok = fault in (None, "lost")
    number = 5 if ok else None
    parameters: dict[str, object] = {"chat_id": str(chat)}
    return RequestRecord("sendMessage", parameters, at, None, description, number, fault, ok=ok)


@pytest.mark.parametrize(
    ("log", "row", "rule"),
    [
        ([], Row(State.EXPIRED, False, False), "lost"),
        ([send(0)], Row(State.PENDING, False, True), "without an end"),
        ([send(0), send(9)], REACHED, "repeats that are not flagged"),
        ([send(0), send(0.9)], DOUBTFUL, "two in a second to one chat"),
        ([send(0, fault="blocked"), send(9)], BLOCKED, "after a refusal"),
        ([send(0, fault="bad-gateway")], DOUBTFUL, "sent, says the store, and was not"),
        ([send(0, fault="no-chat")], FAILED, "ended otherwise than refused"),
        (
            [send(0, fault="slow-down", told=5), send(4.9)],
            REACHED,
            "before retry_after was over",
        ),
        ([send(n / 4, chat=n + 1) for n in range(3)], REACHED, "too many in a second"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_broken_rule_is_seen(log: list[RequestRecord], row: Row, rule: str) -> None:
    chats = {int(str(record.parameters["chat_id"])) for record in log} | {1}
    verdict = judge(log, dict.fromkeys(chats, row), RULES)
    assert [name for name, times in verdict.broken.items() if times] == [rule]


def test_what_was_on_its_way_when_slow_down_was_said_is_no_fault() -> None:
    log = [send(0, 1, "slow-down", 5), send(0, 2), send(5, 1)]
    assert judge(log, {1: REACHED, 2: REACHED}, RULES).is_good
