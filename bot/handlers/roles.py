"""Roles: given by an organiser's tap on a card; an organiser's own only when they accept it."""

from bot import menu, people_keyboards, people_text
from bot.people_card import show_card
from bot.tell import tell
from bot.visit import Visit
from meeting.people import Role
from services.errors import AttacheError, NotThere, OfferVoid
from services.roles import Answered, Made


async def make(visit: Visit) -> None:
    """A tap on [Make editor] and the like."""
    await visit.acknowledge()
    number, _, role = visit.parameter.partition(":")
    try:
        made = await visit.run(visit.services.roles.make, visit.person, int(number), Role(role))
    except NotThere as error:
        await visit.say(visit.words(error.key))
        return
    except AttacheError as error:
        await show_card(visit, int(number), visit.words(error.key))
        return
    await show_card(visit, int(number), await _tell_person(visit, made))


async def reply(visit: Visit) -> None:
    """A tap on [Accept] or [No, thanks]."""
    await visit.acknowledge()
    accepts = visit.parameter == people_keyboards.YES
    service = visit.services.roles
    try:
        answered = await visit.run(service.accept if accepts else service.decline, visit.person)
    except OfferVoid as error:
        await visit.change(visit.words(error.key))
        return
    await visit.change(visit.words("roles.thanks" if accepts else "roles.declined"))
    if accepts and visit.person.person_id is not None:
        await _fit_menu(visit, visit.person.person_id)
    await _tell_organiser(visit, answered, accepts)


async def _tell_person(visit: Visit, made: Made) -> str:
    """Tell them what has changed for them; returns what the organiser is to read."""
    name, words = made.person.person.name, visit.words
    person = await visit.run(visit.services.people.reach, made.person.person_id)
    bot = visit.context.bot
    if made.offered and person is not None:
        keyboard = people_keyboards.offer
        asked = await tell(visit.house, bot, person, "roles.offer", keyboard=keyboard)
        return words("roles.offered" if asked else "roles.not_reached", name=name)
    if made.changed and person is not None:
        theirs = visit.house.wording.speak_to(person)
        role = people_text.role(theirs, made.person.role)
        await tell(visit.house, bot, person, "roles.changed", role=role)
        await menu.fit(visit.house, bot, person)
    return words("roles.given", name=name, role=people_text.role(words, made.person.role))


async def _tell_organiser(visit: Visit, answered: Answered, accepts: bool) -> None:
    if answered.organiser is not None:
        key = "roles.accepted" if accepts else "roles.refused"
        name = answered.person.person.name
        await tell(visit.house, visit.context.bot, answered.organiser, key, name=name)


async def _fit_menu(visit: Visit, person_id: int) -> None:
    person = await visit.run(visit.services.people.reach, person_id)
    if person is not None:
        await menu.fit(visit.house, visit.context.bot, person)
