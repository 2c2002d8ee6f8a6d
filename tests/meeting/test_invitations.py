"""Codes by their fingerprint, and when a chat that guesses is locked."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest

from meeting.invitations import fingerprint, link, locked_until

NOON = datetime(2030, 5, 6, 12, 0, tzinfo=UTC)


def minutes(*numbers: float) -> list[datetime]:
    return [NOON + timedelta(minutes=number) for number in numbers]


def test_link_opens_the_bot_with_the_code() -> None:
    assert link("MeetingBot", "abc") == "https://t.me/MeetingBot?start=abc"


def test_fingerprint_is_the_sha_256_of_the_code() -> None:
    code = "A" * 21 + "w"
    assert fingerprint(code) == sha256(code.encode()).hexdigest()


@pytest.mark.parametrize("text", ["", "help", "A" * 21, "A" * 23, "é" * 22, "A" * 21 + "="])
def test_what_cannot_be_a_code_has_no_fingerprint(text: str) -> None:
    assert fingerprint(text) == ""


@pytest.mark.parametrize(
    ("wrong", "until"),
    [
        ([], None),
        ([0, 1, 2, 3], None),
        ([0, 1, 2, 3, 4], 64),
        ([0, 0, 0, 0, 0], 60),
        ([0, 15, 30, 45, 60], 120),  # the fifth just within the hour
        ([0, 15, 30, 45, 61], None),
        ([0, 1, 2, 3, 4, 65], 64),  # after the lock the count begins anew
        ([0, 70, 71, 72, 73, 74], 134),
    ],
)
def test_five_wrong_codes_within_an_hour_lock_for_an_hour(
    wrong: list[float], until: float | None
) -> None:
    expected = None if until is None else minutes(until)[0]
    assert locked_until(minutes(*wrong)) == expected
