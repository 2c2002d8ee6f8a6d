"""Short names for sessions, for places with little room such as the data behind a button."""

import base64
import hashlib

CHARACTERS = 10  # 50 bits: among 10,000 sessions two are alike once in 20 million agendas


def session_code(session_id: str) -> str:
    """Ten letters and digits that stand for a session wherever and whenever it is held."""
    digest = hashlib.blake2b(session_id.encode(), digest_size=8).digest()
    return base64.b32encode(digest).decode().lower()[:CHARACTERS]
