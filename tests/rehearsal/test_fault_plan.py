import random
from collections import Counter

import pytest

from rehearsal.errors import ControlError
from rehearsal.fault_kinds import Fault, Kind
from rehearsal.faults import Faults

SHARES = {
    "slow-down": 0.05,
    "bad-gateway": 0.02,
    "lost": 0.02,
    "blocked": 0.01,
    "no-chat": 0.01,
    "unparsable": 0.01,
}
CHATS = range(1, 501)


def drawn(requests: list[int], seed: int = 7, shares: dict = SHARES) -> dict[int, list]:
    """What each chat's requests met, in their order."""
    faults = Faults(lambda: 0.0)
    faults.fault_plan(seed, shares)
    found: dict[int, list] = {chat: [] for chat in CHATS}
    for chat in requests:
        found[chat].append(faults.meet("sendMessage", {"chat_id": chat, "parse_mode": "HTML"}))
    return found


def kinds(found: dict[int, list]) -> Counter:
    return Counter(fault.kind if fault else None for each in found.values() for fault in each)


def test_order_in_which_chats_come_changes_nothing() -> None:
    requests = [chat for chat in CHATS for _ in range(4)]
    shuffled = random.Random(1).sample(requests, len(requests))
    assert drawn(shuffled) == drawn(requests)


def test_another_seed_gives_other_faults() -> None:
    assert drawn(list(CHATS), seed=8) != drawn(list(CHATS))


def test_order_of_the_shares_changes_nothing() -> None:
    backwards = dict(reversed(SHARES.items()))
    assert drawn(list(CHATS) * 2, shares=backwards) == drawn(list(CHATS) * 2)


def test_shares_are_about_what_was_asked_for() -> None:
    found = kinds(drawn(list(CHATS) * 20))
    assert set(found) == {None, *SHARES}
    assert found["slow-down"] == pytest.approx(500, rel=0.2)
    assert found["bad-gateway"] == pytest.approx(200, rel=0.3)


def test_what_is_wrong_with_a_chat_is_wrong_each_time() -> None:
    for each in drawn(list(CHATS) * 5).values():
        permanent = {fault.kind for fault in each if fault} & {"blocked", "no-chat", "unparsable"}
        assert not permanent or {fault and fault.kind for fault in each} == permanent


def test_plain_text_passes_in_a_chat_whose_text_cannot_be_parsed() -> None:
    faults = Faults(lambda: 0.0)
    faults.fault_plan(1, {"unparsable": 1})
    assert faults.meet("sendMessage", {"chat_id": 1, "parse_mode": "HTML"}) == Fault(
        Kind.UNPARSABLE
    )
    assert faults.meet("sendMessage", {"chat_id": 1}) is None


def test_waits_lie_between_the_least_and_the_most_and_other_lengths_are_given() -> None:
    faults = Faults(lambda: 0.0)
    faults.fault_plan(
        3, {"slow-down": 0.5, "hang-after": 0.5}, retry_after=(2, 4), seconds={"hang-after": 9}
    )
    met = [faults.meet("sendMessage", {"chat_id": chat}) for chat in CHATS]
    assert {(fault.kind, fault.seconds) for fault in met} == {
        ("slow-down", 2),
        ("slow-down", 3),
        ("slow-down", 4),
        ("hang-after", 9),
    }


def test_other_methods_draw_nothing_and_count_for_nothing() -> None:
    faults = Faults(lambda: 0.0)
    faults.fault_plan(1, {"lost": 1})
    assert faults.meet("editMessageText", {"chat_id": 1}) is None


@pytest.mark.parametrize(
    ("shares", "retry_after", "sentence"),
    [
        ({"lost": 0.6, "reset": 0.6}, (1, 2), "Shares are not below 0, and together not above 1."),
        ({"lost": -0.1}, (1, 2), "Shares are not below 0, and together not above 1."),
        ({"slow-down": 0.1}, (0, 2), "retry_after is at least 1 s, and the least comes first."),
        ({"slow-down": 0.1}, (3, 2), "retry_after is at least 1 s, and the least comes first."),
    ],
)
def test_senseless_plan_is_refused_with_a_sentence(shares, retry_after, sentence) -> None:
    with pytest.raises(ControlError) as caught:
        Faults(lambda: 0.0).fault_plan(1, shares, retry_after=retry_after)
    assert str(caught.value) == sentence
