"""/help: what the bot can do, in a few lines."""

from bot.roles import may_use
from bot.visit import Visit


async def explain(visit: Visit) -> None:
    lines = [visit.words("help.text")]
    if may_use(visit.person.role, "announce"):
        lines.append(visit.words("help.announce"))
    if may_use(visit.person.role, "sent"):
        lines.append(visit.words("help.sent"))
    if may_use(visit.person.role, "people"):
        lines.append(visit.words("help.people"))
    await visit.say("\n".join(lines))
