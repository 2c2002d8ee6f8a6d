"""Invitations: a link that lets one person in once, and what guessing at links leads to."""

import hashlib
import re
from collections.abc import Sequence
from datetime import datetime, timedelta

CODE_BYTES = 16  # 128 random bits: guessing is hopeless, whatever the number of people
WRONG_CODES = 5  # so many within LOCK lock a chat
LOCK = timedelta(hours=1)
# 16 bytes in base64url without padding; Telegram takes 64 such characters at most
# (core.telegram.org/bots/features#deep-linking).
CODE = re.compile(r"[A-Za-z0-9_-]{22}\Z")


def link(bot: str, code: str) -> str:
    """The address that opens the bot with a code; `bot` is its user name without the @."""
    return f"https://t.me/{bot}?start={code}"


def fingerprint(code: str) -> str:
    """What is kept of a code: its SHA-256, lower-case hex. Empty for what cannot be a code."""
    return hashlib.sha256(code.encode()).hexdigest() if CODE.match(code) else ""


def locked_until(wrong: Sequence[datetime]) -> datetime | None:
    """When a chat may try codes again, after wrong ones at these times, oldest first.

    The last of five within an hour locks it for an hour. Tries of a locked chat do not count.
    None where there were no such five.
    """
    runs = zip(wrong, wrong[WRONG_CODES - 1 :], strict=False)
    ends = [last + LOCK for first, last in runs if last - first <= LOCK]
    return ends[-1] if ends else None
