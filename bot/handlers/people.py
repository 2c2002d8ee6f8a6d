"""/people: who is on the list and has opened the bot; one person's card; a new link for them."""

from zoneinfo import ZoneInfo

from bot import people_keyboards as keyboards
from bot import people_text, times
from bot.people_card import show_card
from bot.visit import Visit
from services.errors import NotThere


async def show(visit: Visit) -> None:
    """The list; a tap on [More] changes the same message."""
    await visit.acknowledge()
    everybody = await visit.run(visit.services.people.listed)
    if not everybody:
        await visit.say(visit.words("people.none"))
        return
    first = min(int(visit.parameter or 0), len(everybody) - 1)
    buttons = keyboards.people(visit.words, everybody, first)
    await visit.change(people_text.head(visit.words, everybody), buttons)


async def card(visit: Visit) -> None:
    """A tap on a person changes the list to their card."""
    await visit.acknowledge()
    await show_card(visit, int(visit.parameter))


async def new_link(visit: Visit) -> None:
    """A tap on [New link]: a message of its own, for the organiser to pass on."""
    await visit.acknowledge()
    try:
        person = await visit.run(visit.services.people.one, int(visit.parameter))
    except NotThere as error:
        await visit.say(visit.words(error.key))
        return
    (invitation,) = await visit.run(visit.services.invitations.issue, [person])
    expires = invitation.expires_at.astimezone(ZoneInfo(visit.services.config.meeting.time_zone))
    day = times.day(visit.words, expires.date())
    link = invitation.link(visit.context.bot.username)
    await visit.say(visit.words("people.link", name=person.person.name, day=day, link=link))
