"""[Which]: the organisers see which reminders came too late."""

from bot.gently import or_tell
from bot.notices import reminder_text
from bot.visit import Visit


@or_tell
async def missed(visit: Visit) -> None:
    """The list as a message of its own: the one with the button is to stay."""
    await visit.acknowledge()
    noun = await visit.run(visit.services.reminders.missed, int(visit.parameter))
    await visit.say(reminder_text.missed_list(visit.words, noun))
