"""The states of a delivery: every event in every state, as the rules say in words."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meeting.delivery import (
    RESENDS,
    Action,
    Event,
    Standing,
    State,
    Urgency,
    after,
    begun,
    stopped,
)

NOON = datetime(2008, 2, 11, 12, 0, tzinfo=UTC)
LATER = NOON + timedelta(seconds=20)
WAITING = Standing(State.PENDING, due_at=NOON)


@pytest.mark.parametrize(
    ("event", "state"),
    [
        (Event.ACCEPTED, State.SENT),
        (Event.BLOCKED, State.BLOCKED),
        (Event.GONE, State.GONE),
        (Event.REFUSED, State.FAILED),
    ],
)
def test_event_that_settles_it_ends_it_without_a_doubt(event: Event, state: State) -> None:
    assert after(begun(WAITING, Action.SEND), event, Urgency.URGENT, LATER) == Standing(state)


def test_postponed_one_waits_and_counts_as_not_sent() -> None:
    postponed = after(begun(WAITING, Action.SEND), Event.POSTPONED, Urgency.TRIVIAL, LATER)
    assert postponed == Standing(State.PENDING, due_at=LATER)


@pytest.mark.parametrize("urgency", Urgency)
def test_doubtful_message_is_resent_as_often_as_its_urgency_allows(urgency: Urgency) -> None:
    standing, attempts = WAITING, 0
    while standing.waits:
        standing = after(begun(standing, Action.SEND), Event.DOUBT, urgency, LATER)
        attempts += 1
        assert standing.doubtful
    assert attempts == RESENDS[urgency] + 1
    held = urgency is Urgency.TRIVIAL
    assert standing.state is (State.HELD if held else State.UNKNOWN)


@pytest.mark.parametrize("action", [Action.EDIT, Action.DELETE])
@pytest.mark.parametrize("urgency", Urgency)
def test_what_can_be_done_twice_is_done_again_and_is_no_doubt(
    action: Action, urgency: Urgency
) -> None:
    again = after(begun(WAITING, action), Event.DOUBT, urgency, LATER)
    assert again == Standing(State.PENDING, action, due_at=LATER)


def test_stopped_one_is_cancelled_where_it_was_not_tried_and_unknown_where_it_was() -> None:
    in_doubt = after(begun(WAITING, Action.SEND), Event.DOUBT, Urgency.URGENT, LATER)
    assert stopped(WAITING) == Standing(State.CANCELLED)
    assert stopped(in_doubt) == Standing(State.UNKNOWN, doubtful=True, resends=1)
    assert stopped(WAITING, State.EXPIRED) == Standing(State.EXPIRED)
    assert stopped(Standing(State.SENT)) == Standing(State.SENT)


@given(st.lists(st.sampled_from(Event), max_size=30), st.sampled_from(Urgency))
def test_doubt_is_never_taken_back_and_what_is_settled_waits_for_nothing(
    events: list[Event], urgency: Urgency
) -> None:
    standing, doubted = WAITING, False
    for event in events:
        if not standing.waits:
            break
        standing = after(begun(standing, Action.SEND), event, urgency, LATER)
        doubted = doubted or event is Event.DOUBT
        assert standing.doubtful == doubted
        assert standing.waits == (standing.state in (State.PENDING, State.UNKNOWN)) or doubted
        assert not (standing.state is State.SENT and standing.waits)
