"""[Calendar file]: somebody's own sessions, or one session, for the calendar on their phone."""

from telegram import InputFile

from bot.gently import or_tell
from bot.patience import patiently
from bot.visit import Visit

FILE_NAME = "agenda.ics"


@or_tell
async def send(visit: Visit) -> None:
    await visit.acknowledge()
    code = visit.parameter
    data = await visit.run(visit.services.my_day.calendar, visit.person, code)
    caption = visit.words("calendar.caption" if code else "calendar.caption_mine")
    await patiently(
        lambda: visit.context.bot.send_document(
            visit.person.chat_id, InputFile(data, FILE_NAME), caption=caption
        )
    )
