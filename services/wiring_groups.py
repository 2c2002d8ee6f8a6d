"""The part of the wiring that is about parallel sessions: wishes, proposals, releases."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from meeting.clock import Clock
from meeting.groups.model import Group, Member, Proposal, Short
from services.agenda import AgendaBook
from services.group_reading import GroupReading
from services.group_releases import GroupReleasing
from services.group_tables import GroupTables
from services.groups import Groups, Placer
from services.wishes import Wishes
from store.every_row import Rows

SECONDS = 60.0  # that the search for the best placing may take


@dataclass(frozen=True, slots=True)
class Grouping:
    """Parallel sessions and their people: what people wish, what is proposed, what holds."""

    wishes: Wishes
    groups: Groups
    tables: GroupTables
    releasing: GroupReleasing


def exactly(
    members: Sequence[Member], groups: Sequence[Group], keep: bool, pinned: Mapping[int, str]
) -> Proposal | Short:
    """The exact solver. It is imported when it is first needed: scipy takes its time to start."""
    from meeting.groups.solver import place

    return place(members, groups, seconds=SECONDS, keep=keep, pinned=pinned)


def wire_groups(
    rows: Rows,
    book: AgendaBook,
    clock: Clock,
    plan_reminders: Callable[[], object],
    place: Placer = exactly,
) -> Grouping:
    """Build the four on one store; `plan_reminders` is called after each release."""
    reading = GroupReading(rows.groups, rows.wishes, rows.people, book)
    groups = Groups(reading, rows.groups, clock, place)
    return Grouping(
        wishes=Wishes(rows.wishes, rows.groups, book),
        groups=groups,
        tables=GroupTables(groups, book),
        releasing=GroupReleasing(groups, rows.group_releases, clock, plan_reminders),
    )
