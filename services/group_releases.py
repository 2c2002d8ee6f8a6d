"""Groups are released, and people are asked what they would like: each with its notices."""

from collections.abc import Callable
from dataclasses import dataclass

from meeting.clock import Clock
from meeting.codes import short_code
from meeting.delivery import Urgency
from meeting.notices import ChoiceNoun, GroupNoun, NoticeKind
from meeting.people import Participant
from services.errors import GroupsMoved
from services.groups import Groups
from services.groups_view import BlockView, GroupMember
from store.group_release import GroupRelease, GroupReleases, Told
from store.groups import ProposalRow
from store.notices import NewNotice


@dataclass(frozen=True, slots=True)
class Released:
    """What a release or a question for wishes did: the block as it is now, and who is told."""

    view: BlockView
    told: tuple[GroupMember, ...]

    @property
    def not_linked(self) -> int:
        """How many of them have never opened the bot."""
        return sum(not one.linked for one in self.told)


class GroupReleasing:
    """For organisers; raises as Groups does."""

    def __init__(
        self,
        groups: Groups,
        rows: GroupReleases,
        clock: Clock,
        plan_reminders: Callable[[], object],
    ) -> None:
        """`plan_reminders` is called once people have other sessions than before."""
        self._groups = groups
        self._rows = rows
        self._clock = clock
        self._plan_reminders = plan_reminders

    def release(self, person: Participant, code: str, stamp: str) -> Released:
        """Make a proposal hold: everybody the first time, later those whose group changes, are
        told."""
        view = self._groups.looked_at(code, stamp)
        if view.proposal is None:
            raise GroupsMoved(view)
        release = GroupRelease(
            proposal=view.proposal,
            before=view.row.released,
            number=view.number,
            session_ids=view.block.ids,
            of={one.person_id: one.group for one in view.placed if one.group},
            told=_told(view, view.proposal, person.chat_id),
            moved=[one.person_id for one in view.moved],
        )
        if not self._rows.release(release, self._clock.now()):
            raise GroupsMoved(self._groups.view(code))
        self._plan_reminders()
        return Released(self._groups.view(code), view.told)

    def ask(self, person: Participant, code: str, asked: int) -> Released:
        """Ask whoever is to choose and has not; `asked` is how often people were asked when the
        button was made."""
        view = self._groups.view(code)
        people = view.to_ask
        if view.row.released or view.block.has_begun(view.at) or not people:
            raise GroupsMoved(view)
        notice = NewNotice(
            key=f"{NoticeKind.CHOICE}:{short_code(view.block.name)}:{asked + 1}",
            noun=ChoiceNoun(view.block.name),
            urgency=Urgency.ROUTINE,
            not_after=view.block.starts,
            author=person.chat_id,
        )
        ids = [one.person_id for one in people]
        if not self._rows.ask(view.block.name, asked, notice, ids, self._clock.now()):
            raise GroupsMoved(self._groups.view(code))
        return Released(self._groups.view(code), people)


def _told(view: BlockView, proposal: ProposalRow, author: int) -> Told:
    """One notice for each session, with the people it is for."""
    made = f"{proposal.proposal_id}:{proposal.revision}"
    told = []
    for session in view.block.sessions:
        people = [one.person_id for one in view.told if one.group == session.session_id]
        notice = NewNotice(
            key=f"{NoticeKind.GROUP}:{made}:{session.session_id}",
            noun=GroupNoun(session.session_id, view.block.name),
            urgency=Urgency.ROUTINE,
            not_after=session.ends,
            cause=proposal.proposal_id,
            author=author,
        )
        if people:
            told.append((notice, people))
    return told
