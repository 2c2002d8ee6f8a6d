"""The methods of the Bot API that a bot may call here, by their names in small letters."""

from collections.abc import Awaitable, Callable

from rehearsal.methods import about, callbacks, commands, editing, media, receiving, sending
from rehearsal.parameters import Parameters
from rehearsal.world import World

Method = Callable[[World, Parameters], Awaitable[object]]

METHODS: dict[str, Method] = {
    name.lower(): method
    for room in (about, callbacks, commands, editing, media, receiving, sending)
    for name, method in room.METHODS.items()
}
