"""/contacts: how to reach the organisers, and who is in the chair today."""

from bot import session_keyboards, session_text
from bot.visit import Visit


async def show(visit: Visit) -> None:
    found = await visit.run(visit.services.contacts.contacts, visit.person)
    keyboard = session_keyboards.venue(visit.words) if found.has_venue else None
    await visit.say(session_text.contacts(visit.words, found), keyboard)
