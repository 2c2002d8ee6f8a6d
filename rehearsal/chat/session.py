"""One chat from beginning to end: the server in this process, the bot as its child."""

import datetime as dt
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rehearsal.chat.conversation import Conversation
from rehearsal.chat.invitations import invitation_codes
from rehearsal.chat.keeper import BotKeeper
from rehearsal.chat.lines import LineChat
from rehearsal.chat.rendering import Look, welcome
from rehearsal.chat.roster import Character, find, read_roster
from rehearsal.chat.terminal import TerminalChat, terminal_width
from rehearsal.client import Rehearsal
from rehearsal.errors import ControlError
from rehearsal.server import Addresses, running
from rehearsal.world import World

_BOT = (sys.executable, "-m", "bot")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the command line asks for. ``clock`` is when the bot's clock starts, in ISO form;
    ``invited`` lets in only those who open an invitation link, as a real meeting does."""

    data: Path
    people: Path
    person: str | None = None
    clock: str | None = None
    invited: bool = False
    command: Sequence[str] = _BOT


async def chat(settings: Settings) -> int:
    """Runs the chat and returns the exit code. Raises ControlError for settings that are wrong."""
    roster = read_roster(settings.people)
    character = _chosen(roster, settings.person)
    world = World(clock=_clock(settings.clock))
    settings.data.mkdir(parents=True, exist_ok=True)
    is_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    look = Look(ansi=is_terminal, width=terminal_width() if is_terminal else 88)
    async with (
        running(world) as addresses,
        Rehearsal(addresses.control_url) as rehearsal,
        BotKeeper(
            addresses,
            lambda: _environment(settings, world.clock),
            settings.data / "bot.log",
            settings.command,
        ) as keeper,
    ):
        downloads = settings.data / "downloads"
        codes = await _codes(settings, addresses, world)
        conversation = Conversation(rehearsal, roster, look, _print, downloads, codes)
        _print(welcome(character, look))
        await conversation.become(character)
        talk = TerminalChat if is_terminal else LineChat
        return await talk(conversation, keeper).run()


def _chosen(roster: list[Character], name: str | None) -> Character:
    if not name:
        return roster[0]
    found = find(roster, name)
    if len(found) > 1:
        raise ControlError("Which one? " + ", ".join(each.name for each in found))
    if not found:
        roster.append(Character(" ".join(name.split())))
    return found[0] if found else roster[-1]


def _clock(starts_at: str | None) -> Callable[[], float]:
    """Unix time, moved so that it is ``starts_at`` now (UTC where it names no zone)."""
    if starts_at is None:
        return time.time
    try:
        moment = dt.datetime.fromisoformat(starts_at)
    except ValueError:
        raise ControlError(f"--clock {starts_at} is not a time such as 2008-02-11T08:30") from None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)
    ahead = aware.timestamp() - time.time()
    return lambda: time.time() + ahead


async def _codes(settings: Settings, addresses: Addresses, world: World) -> dict[str, str]:
    if not settings.invited:
        return {}
    return await invitation_codes(
        addresses, _environment(settings, world.clock), settings.command, settings.data
    )


def _environment(settings: Settings, clock: Callable[[], float]) -> dict[str, str]:
    """What the bot is started with; ``clock`` gives the Unix time that it is to go on from."""
    access = "invited" if settings.invited else "open"
    env = {"ATTACHE_DATA": str(settings.data.resolve()), "ATTACHE_ACCESS": access}
    now = dt.datetime.fromtimestamp(clock(), dt.UTC).isoformat()
    return env | ({"ATTACHE_CLOCK": now} if settings.clock else {})


def _print(block: str) -> None:
    print(block, flush=True)
