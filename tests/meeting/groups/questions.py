"""Small questions of all shapes, small enough for every placing to be looked at."""

from hypothesis import strategies as st

from meeting.groups.model import Group, Member
from meeting.people import Community
from tests.meeting.groups.brute_force import Question

GONE = "a session that is gone"
NAMES = ("fram", "nobel", "viking")


@st.composite
def tight_questions(draw: st.DrawFn) -> Question:
    """Up to six people and three groups, wishes and duties of all kinds; seats may be missing."""
    names = NAMES[: draw(st.integers(1, 3))]
    count = draw(st.integers(1, 6))
    seats = st.one_of(st.none(), st.integers(0, count))
    members = [draw(_members(number, names)) for number in range(count)]
    pinned = draw(st.dictionaries(st.integers(0, count), st.sampled_from(names), max_size=2))
    groups = [Group(name, draw(seats)) for name in names]
    return Question(members, groups, pinned, draw(st.booleans()))


@st.composite
def open_questions(draw: st.DrawFn) -> Question:
    """Room for everybody and few wishes: much is left to the balance."""
    names = NAMES[: draw(st.integers(2, 3))]
    wishes = st.lists(st.sampled_from(names), max_size=1)
    members = [
        Member(number, draw(COMMUNITIES), draw(ORGANISATIONS), tuple(draw(wishes)))
        for number in range(draw(st.integers(4, 6)))
    ]
    return Question(members, [Group(name) for name in names])


def questions() -> st.SearchStrategy[Question]:
    """Both kinds."""
    return st.one_of(tight_questions(), open_questions())


COMMUNITIES = st.sampled_from(list(Community)[:3])
ORGANISATIONS = st.sampled_from(("", "Norway", "UNDP", "World Bank"))


@st.composite
def _members(draw: st.DrawFn, number: int, names: tuple[str, ...]) -> Member:
    return Member(
        number,
        draw(COMMUNITIES),
        draw(ORGANISATIONS),
        tuple(draw(st.lists(st.sampled_from((*names, GONE)), unique=True))),
        draw(st.sampled_from((None, None, None, *names))),
        draw(st.sampled_from((None, GONE, *names))),
    )
