import pytest

from rehearsal.errors import ControlError
from rehearsal.fault_kinds import EVERY, SENDING
from rehearsal.faults import Faults

TO_ADA = {"chat_id": 11, "parse_mode": "HTML"}


@pytest.fixture
def times() -> list[float]:
    return [1_000.0]


@pytest.fixture
def faults(times: list[float]) -> Faults:
    return Faults(lambda: times[0])


def met(faults: Faults, method: str = "sendMessage", count: int = 1, **values: object) -> list:
    found = [faults.meet(method, TO_ADA | values) for _ in range(count)]
    return [fault and fault.kind for fault in found]


def test_fault_comes_after_those_that_pass_and_as_often_as_ordered(faults) -> None:
    faults.fault("lost", times=2, after=1)
    assert met(faults, count=4) == [None, "lost", "lost", None]


def test_fault_without_a_number_stays_until_it_is_cleared(faults) -> None:
    faults.fault("reset", times=None)
    assert met(faults, count=3) == ["reset"] * 3
    faults.clear_faults()
    assert met(faults) == [None]


def test_method_is_named_in_any_case_or_all_that_send_or_every_one(faults) -> None:
    faults.fault("lost", "SENDmessage")
    assert met(faults, "editMessageText") == [None]
    assert met(faults, "sendmessage") == ["lost"]
    faults.fault("lost", SENDING, times=None)
    assert met(faults, "sendDocument") == ["lost"]
    assert met(faults, "sendChatAction") == [None]
    faults.fault("unauthorized", EVERY, times=None)
    assert met(faults, "getMe") == ["unauthorized"]


def test_chat_is_the_same_as_a_number_and_as_digits(faults) -> None:
    faults.fault("blocked", chat_id=11, times=None)
    assert met(faults, chat_id="11") == ["blocked"]
    assert met(faults, chat_id=11) == ["blocked"]
    assert met(faults, chat_id=12) == [None]


def test_plain_text_is_not_unparsable(faults) -> None:
    faults.fault("unparsable", times=1)
    assert met(faults, parse_mode="") == [None]
    assert met(faults) == ["unparsable"]


def test_slow_answers_give_way_to_everything_else(faults) -> None:
    faults.fault("slow", times=None, seconds=0.1)
    faults.fault("blocked", chat_id=12, times=None)
    faults.fault("lost")
    assert met(faults, count=2) == ["lost", "slow"]
    faults.fault_plan(1, {"bad-gateway": 1})
    assert met(faults) == ["bad-gateway"]
    assert met(faults, chat_id=12) == ["blocked"]


def test_wait_is_remembered_by_the_clock_and_never_becomes_shorter(faults, times) -> None:
    assert faults.early("sendMessage") == 0
    faults.fault("slow-down", seconds=10)
    faults.fault("slow-down", seconds=2)
    met(faults, count=2)
    assert faults.wait_until == 1_010
    times[0] = 1_004
    assert (faults.early("sendMessage"), faults.early("getUpdates")) == (6, 0)
    times[0] = 1_010
    assert faults.early("sendMessage") == 0


def test_wait_is_told_in_whole_seconds_and_at_least_one(faults) -> None:
    for seconds in (0, 0.4, 1.2):
        faults.fault("slow-down", seconds=seconds)
    told = [faults.meet("sendMessage", TO_ADA).refusal.retry_after for _ in range(3)]
    assert (told, faults.wait_until) == ([1, 1, 2], 1_002)


@pytest.mark.parametrize(
    ("order", "sentence"),
    [
        ({"kind": "gloom"}, "There is no fault “gloom”; there are: slow-down, "),
        ({"kind": "lost", "times": 0}, "A fault needs seconds and a number of requests above 0."),
        (
            {"kind": "slow", "seconds": -1},
            "A fault needs seconds and a number of requests above 0.",
        ),
        ({"kind": "lost", "after": -1}, "A fault needs seconds and a number of requests above 0."),
        ({"kind": "refused", "times": 2}, "The port is shut once for each order: "),
        ({"kind": "refused"}, "There is no server whose port could be shut."),
    ],
)
def test_senseless_order_is_refused_with_a_sentence(faults, order, sentence) -> None:
    with pytest.raises(ControlError) as caught:
        faults.fault(**order)
    assert str(caught.value).startswith(sentence)
