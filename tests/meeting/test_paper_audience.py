"""Who may read a paper."""

import pytest

from meeting.paper_audience import AudienceKind, PaperAudience, Reader, may_read
from meeting.people import Community, Role

ALL, ORGANISERS = PaperAudience(), PaperAudience(AudienceKind.ORGANISERS)
DEFENCE = PaperAudience(AudienceKind.COMMUNITY, Community.DEFENCE)
PEACE = PaperAudience(AudienceKind.SESSION, "peace")
EVERY_AUDIENCE = (ALL, ORGANISERS, DEFENCE, PEACE)


@pytest.mark.parametrize(
    ("reader", "read"),
    [
        (Reader(Role.ORGANISER, None), EVERY_AUDIENCE),
        (Reader(Role.EDITOR, None), (ALL,)),
        (Reader(Role.SENDER, Community.DEFENCE), (ALL, DEFENCE)),
        (Reader(Role.PARTICIPANT, Community.DIPLOMACY, frozenset({"peace"})), (ALL, PEACE)),
        (Reader(Role.PARTICIPANT, Community.OTHER, frozenset({"peaceful"})), (ALL,)),
    ],
)
def test_reader_reads_what_is_for_them(reader: Reader, read: tuple[PaperAudience, ...]) -> None:
    assert tuple(each for each in EVERY_AUDIENCE if may_read(each, reader)) == read


def test_session_and_community_of_the_same_name_are_two_things() -> None:
    session = PaperAudience(AudienceKind.SESSION, Community.DEFENCE)
    community = PaperAudience(AudienceKind.COMMUNITY, "peace")
    reader = Reader(Role.PARTICIPANT, Community.DEFENCE, frozenset({"peace"}))
    assert not may_read(session, reader)
    assert not may_read(community, reader)
