"""/help: what the bot can do, in a few lines."""

from bot.roles import may_use
from bot.visit import Visit


async def explain(visit: Visit) -> None:
    lines = [visit.words("help.text")]
    if may_use(visit.person.role, "announce"):
        lines.append(visit.words("help.announce"))
    if may_use(visit.person.role, "sent"):
        lines.append(visit.words("help.sent"))
    if may_use(visit.person.role, "edit"):
        lines.append(visit.words("help.edit"))
    if may_use(visit.person.role, "history"):
        lines.append(visit.words("help.history"))
    if may_use(visit.person.role, "library"):
        lines.append(visit.words("help.library"))
    if may_use(visit.person.role, "people"):
        lines.append(visit.words("help.people"))
    if may_use(visit.person.role, "groups"):
        lines.append(visit.words("help.groups"))
    await visit.say("\n".join(lines))
