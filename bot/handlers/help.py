"""/help: what the bot can do, in a few lines."""

from bot.visit import Visit


async def explain(visit: Visit) -> None:
    await visit.say(visit.words("help.text"))
