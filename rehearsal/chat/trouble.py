"""The words of the chat that make trouble: faults for the bot's messages, and blocking the bot."""

from collections.abc import Awaitable, Callable

from rehearsal.client import Rehearsal
from rehearsal.errors import ControlError
from rehearsal.fault_kinds import SENDING, Kind
from rehearsal.phone import Phone

_USAGE = (
    "/fault KIND [N] [SECONDS] lets the bot's next N messages meet a fault, /fault off ends it.\n"
    f"Kinds: {', '.join(Kind)}."
)


async def make_trouble(rehearsal: Rehearsal, phone: Phone, command: str, rest: str) -> str | None:
    """Does /fault, /block or /unblock and says so; None for any other word.

    Raises ControlError for a fault that there is not.
    """
    way = _WAYS.get(command)
    return None if way is None else await way(rehearsal, phone, rest.split())


async def _fault(rehearsal: Rehearsal, _: Phone, words: list[str]) -> str:
    if not words or len(words) > 3:
        return _USAGE
    if words == ["off"]:
        await rehearsal.clear_faults()
        return "Nothing goes wrong any more."
    kind, times, seconds = words[0], *_numbers(words[1:])
    if kind == Kind.REFUSED:
        await rehearsal.fault(kind, seconds=seconds)
        return "Nobody listens at the Bot API now."
    await rehearsal.fault(kind, SENDING, times=times, seconds=seconds)
    return f"The bot's next {'message meets' if times == 1 else f'{times} messages meet'}: {kind}."


def _numbers(words: list[str]) -> tuple[int, float | None]:
    try:
        return int(words[0]) if words else 1, float(words[1]) if len(words) > 1 else None
    except ValueError:
        raise ControlError(_USAGE) from None


async def _block(_: Rehearsal, phone: Phone, __: list[str]) -> str:
    await phone.block()
    return f"{phone.first_name} has blocked the bot. /unblock lets it write again."


async def _unblock(_: Rehearsal, phone: Phone, __: list[str]) -> str:
    await phone.unblock()
    return f"{phone.first_name} lets the bot write again."


_WAYS: dict[str, Callable[[Rehearsal, Phone, list[str]], Awaitable[str]]] = {
    "/fault": _fault,
    "/block": _block,
    "/unblock": _unblock,
}
