"""Invitations given out and opened, and an eye on those who guess at them."""

import secrets
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from meeting.clock import Clock
from meeting.invitations import CODE_BYTES, LOCK, fingerprint, link, locked_until
from services.people import Listed, People
from store.invitations import InvitationRows
from store.people import PeopleRows

HOUR = timedelta(hours=1)
PRUNED_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Invitation:
    """A new code for somebody on the list: shown this once, kept nowhere. The time is UTC."""

    to: Listed
    code: str
    expires_at: datetime

    def link(self, bot: str) -> str:
        """The address to send to the person; `bot` is the bot's user name."""
        return link(bot, self.code)


@dataclass(frozen=True, slots=True)
class Opening:
    """What a code has led to. `left_chat`: the chat from which the person has moved; `alarm`: so
    many codes were wrong lately that the organisers should hear of it."""

    left_chat: int | None = None
    alarm: bool = False


class Invitations:
    """Thread-safe. Locks are in the store; a copy in memory keeps a flood away from it.

    The misses of the last hour are counted in memory only: after a restart the count begins anew.
    """

    def __init__(
        self,
        rows: InvitationRows,
        people: PeopleRows,
        listed: People,
        clock: Clock,
        days: int,
        alarm_misses: int,
        linked: Callable[[int], object] = lambda _: None,
    ) -> None:
        """`days`: how long a link can be opened; `alarm_misses`: wrong codes within an hour;
        `linked` is told the number of a person who has opened one."""
        self._rows = rows
        self._people = people
        self._listed = listed
        self._clock = clock
        self._linked = linked
        self._valid = timedelta(days=days)
        self._locked: dict[int, datetime] = {}
        self._misses: deque[datetime] = deque(maxlen=alarm_misses)
        self._alarmed: datetime | None = None
        self._counting = Lock()

    def issue(self, people: Iterable[Listed]) -> tuple[Invitation, ...]:
        """A new code for each of them; their earlier codes that were not used are void."""
        now = self._clock.now()
        expires_at = now + self._valid
        made = [Invitation(one, secrets.token_urlsafe(CODE_BYTES), expires_at) for one in people]
        hashes = {each.to.person_id: fingerprint(each.code) for each in made}
        self._rows.issue(hashes, now, expires_at)
        return tuple(made)

    def issue_to_all(self) -> tuple[Invitation, ...]:
        """A new code for everybody on the list who has not opened the bot."""
        return self.issue(one for one in self._listed.listed() if not one.opened)

    def open(self, chat_id: int, code: str) -> Opening:
        """Link the person of a code to this chat, if the code is right.

        A chat that is somebody's already stays theirs: only their own new link is used up.
        """
        now = self._clock.now()
        if now < self._locked.get(chat_id, now):
            return self._missed(now)
        hashed = fingerprint(code)
        row = self._people.by_chat(chat_id)
        if row is not None and row.listed and self._rows.person_of(hashed, now) != row.person_id:
            return Opening()
        redeemed = self._rows.redeem(hashed, chat_id, now, locked_until, now - 2 * LOCK)
        if redeemed is None:
            self._remember_lock(chat_id, now)
            return self._missed(now)
        self._linked(redeemed.person_id)
        return Opening(left_chat=redeemed.left_chat)

    def prune(self) -> None:
        """Forget the wrong codes of earlier days, and locks that have ended."""
        now = self._clock.now()
        self._rows.prune(now - PRUNED_AFTER)
        self._locked = {chat: until for chat, until in self._locked.items() if now < until}

    def _remember_lock(self, chat_id: int, now: datetime) -> None:
        until = locked_until(self._rows.wrong(chat_id, now - 2 * LOCK))
        if until is not None:
            self._locked[chat_id] = until

    def _missed(self, now: datetime) -> Opening:
        """Count a miss; an alarm is due once an hour at most."""
        with self._counting:
            self._misses.append(now)
            many = len(self._misses) == self._misses.maxlen and now - self._misses[0] <= HOUR
            told = self._alarmed is not None and now - self._alarmed < HOUR
            if many and not told:
                self._alarmed = now
                return Opening(alarm=True)
            return Opening()
