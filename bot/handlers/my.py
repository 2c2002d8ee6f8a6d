"""/my, /now, /next: where somebody has to be; the days of /my are turned in one message."""

from bot import agenda_keyboards, agenda_text
from bot.gently import or_tell
from bot.living import shown
from bot.visit import Visit
from services.living_cards import OwnDay
from services.my_day import Programme


@or_tell
async def day(visit: Visit) -> None:
    """Today, or the first day before the meeting, or the day that was tapped."""
    await visit.acknowledge()
    programme = await visit.run(visit.services.my_day.programme, visit.person)
    chosen, on = visit.parameter, programme.today
    if chosen and programme.is_there:
        on = programme.day(agenda_keyboards.day_of(chosen)).on
    await shown.show(visit, OwnDay(programme, on))


async def send(visit: Visit) -> None:
    """Today as a message of its own, below one that is to stay."""
    await visit.acknowledge()
    programme = await visit.run(visit.services.my_day.programme, visit.person)
    await shown.send(visit, OwnDay(programme, programme.today))


async def now(visit: Visit) -> None:
    """Everything that runs at this moment."""
    programme = await _programme(visit)
    if programme is not None:
        shown = agenda_keyboards.beside(visit.words, programme.running())
        await visit.say(agenda_text.now(visit.words, programme), shown)


async def upcoming(visit: Visit) -> None:
    """What is next for this person."""
    programme = await _programme(visit)
    if programme is not None:
        following = [session for slot in programme.next() for session in slot.sessions]
        shown = agenda_keyboards.beside(visit.words, following)
        await visit.say(agenda_text.upcoming(visit.words, programme), shown)


async def _programme(visit: Visit) -> Programme | None:
    """The agenda as it is now; where there is none yet, that is said."""
    await visit.acknowledge()
    programme = await visit.run(visit.services.my_day.programme, visit.person)
    if programme.is_there:
        return programme
    await visit.change(visit.words("agenda.none"))
    return None
