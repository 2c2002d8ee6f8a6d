"""The bot as a process: told to end in the middle of an announcement, it ends what it has begun."""

import sys
from pathlib import Path

from benchmarks.hall import Hall
from meeting.delivery import State
from rehearsal.process import polling_bot
from rehearsal.server import running
from rehearsal.world import World

COMMAND = (sys.executable, "-m", "bot")


async def test_nothing_is_doubtful_after_sigterm(tmp_path: Path) -> None:
    world = World()
    async with running(world) as addresses, Hall(tmp_path, world, addresses, 200, COMMAND) as hall:
        world.faults.fault("slow", times=None, seconds=0.3)
        version_id = hall.announce("The buses leave at six.")
        async with polling_bot(hall.rehearsal, addresses, hall.env, command=COMMAND) as bot:
            assert await hall.until(lambda: hall.sends(after=0))
            code = await bot.stop(patience=30)
        rows = hall.rows(version_id)
        reached = {chat for _, chat in hall.accepted("The buses leave at six.")}
    assert code == 0
    assert {row.state for row in rows.values()} == {State.SENT, State.PENDING}
    assert {chat for chat, row in rows.items() if row.state is State.SENT} == reached
    assert not any(row.doubtful for row in rows.values())
