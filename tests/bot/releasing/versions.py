"""Two versions of the agenda: one that holds and was told, a quiet one before it."""

from meeting.delivery import State
from services.agenda_history import VersionLine
from tests.two_days import at

TOLD = {State.SENT: 30, State.PENDING: 1, State.NOT_LINKED: 6, State.UNKNOWN: 1}
LINE = VersionLine(
    number=5, name="Nobel", note="Fram is dark.", author="Ingrid", created_at=at(11, "14:02"),
    quiet=False, changes=2, told=TOLD, holds=True,
)  # fmt: skip
OLD = VersionLine(
    number=4, name="", note="agenda.xlsx", author="", created_at=at(10, "09:00"),
    quiet=True, changes=23, told={}, holds=False,
)  # fmt: skip
