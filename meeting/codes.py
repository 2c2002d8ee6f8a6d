"""Short names for sessions and others, for places with little room such as a button's data."""

import base64
import hashlib

CHARACTERS = 10  # 50 bits: among 10,000 sessions two are alike once in 20 million agendas


def session_code(session_id: str) -> str:
    """Ten letters and digits that stand for a session wherever and whenever it is held."""
    return short_code(session_id)


def short_code(text: str) -> str:
    """Ten letters and digits that stand for a text."""
    digest = hashlib.blake2b(text.encode(), digest_size=8).digest()
    return base64.b32encode(digest).decode().lower()[:CHARACTERS]
