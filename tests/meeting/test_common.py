"""Sessions that concern everybody: counted for all at once, the same as one by one."""

from hypothesis import given

from meeting.agenda import Agenda, concerns_everybody
from meeting.common import common
from tests.meeting.two_agendas import pairs, same_cases
from tests.two_days import AGENDA


@same_cases
@given(pairs)
def test_common_sessions_are_those_that_concern_everybody(pair: tuple[Agenda, Agenda]) -> None:
    for agenda in pair:
        one_by_one = [s.session_id for s in agenda.sessions if concerns_everybody(agenda, s)]
        assert common(agenda) == frozenset(one_by_one)


def test_parallel_sessions_are_not_common() -> None:
    assert common(AGENDA) == {"lunch", "peace", "dinner", "closing"}
