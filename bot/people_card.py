"""Somebody's card in place of the message whose button was pressed."""

from bot import people_keyboards, people_text
from bot.visit import Visit
from services.errors import NotThere


async def show_card(visit: Visit, person_id: int, note: str = "") -> None:
    """Change the message to the card; `note` is HTML and says what has just happened."""
    everybody = await visit.run(visit.services.people.listed)
    ids = [one.person_id for one in everybody]
    if person_id not in ids:
        await visit.say(visit.words(NotThere.key))
        return
    place = ids.index(person_id)
    page = place - place % people_keyboards.PEOPLE_SHOWN
    buttons = people_keyboards.card(visit.words, everybody[place], page)
    await visit.change(people_text.card(visit.words, everybody[place], note), buttons)
