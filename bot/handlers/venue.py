"""Where a session is: its room in words, and the venue as a pin on the map."""

from bot import session_text
from bot.gently import or_tell
from bot.patience import patiently
from bot.visit import Visit
from meeting.logistics import LogisticsEntry


@or_tell
async def where(visit: Visit) -> None:
    """[Where is it], of a session."""
    await visit.acknowledge()
    card = await visit.run(visit.services.sessions.card, visit.person, visit.parameter)
    await visit.say(session_text.where(visit.words, card))
    venue = await visit.run(visit.services.contacts.venue)
    if venue is not None:
        await _pin(visit, venue)


async def show(visit: Visit) -> None:
    """[The venue]: the organisers' words, and the pin."""
    await visit.acknowledge()
    venue = await visit.run(visit.services.contacts.venue)
    if venue is None:
        await visit.say(visit.words("venue.none"))
        return
    await visit.say(session_text.entry(visit.words, venue))
    await _pin(visit, venue)


async def _pin(visit: Visit, venue: LogisticsEntry) -> None:
    """The place on the map, where the organisers gave it."""
    latitude, longitude = venue.latitude, venue.longitude
    if latitude is None or longitude is None:
        return
    title, address = session_text.pin(visit.words, venue)
    await patiently(
        lambda: visit.context.bot.send_venue(
            visit.person.chat_id,
            latitude,
            longitude,
            title=title,
            address=address,
            # The library adds the bot's default to this method too, which does not have it.
            api_kwargs={"parse_mode": None},
        )
    )
