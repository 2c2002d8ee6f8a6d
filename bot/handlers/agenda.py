"""/agenda: from the days to the sessions of a day, in one message that is changed in place."""

from bot import agenda_keyboards, agenda_text
from bot.gently import or_tell
from bot.grouping import choose_keyboards
from bot.visit import Visit


@or_tell
async def days(visit: Visit) -> None:
    """The days to pick from."""
    await visit.acknowledge()
    programme = await visit.run(visit.services.my_day.programme, visit.person)
    if not programme.is_there:
        await visit.change(visit.words("agenda.none"))
        return
    first = agenda_keyboards.first_of(
        visit.parameter, len(programme.agenda.days()), agenda_keyboards.DAYS_SHOWN
    )
    await visit.change(
        visit.words("agenda.days"), agenda_keyboards.days(visit.words, programme, first)
    )


@or_tell
async def day(visit: Visit) -> None:
    """A page of the sessions of a day; of today, the page with what is on."""
    await visit.acknowledge()
    programme = await visit.run(visit.services.my_day.programme, visit.person)
    data, _, page = visit.parameter.partition(":")
    everything = programme.sessions(agenda_keyboards.day_of(data))
    wanted = page or str(programme.begun(everything))
    first = agenda_keyboards.first_of(wanted, len(everything), agenda_text.SESSIONS_SHOWN)
    await visit.change(
        agenda_text.sessions(visit.words, programme, everything, first),
        agenda_keyboards.sessions(visit.words, everything, first),
    )


@or_tell
async def choice(visit: Visit) -> None:
    """The parallel sessions of which somebody has not chosen one yet; with a way to say which they
    would like, where the organisers ask for that."""
    await visit.acknowledge()
    programme = await visit.run(visit.services.my_day.programme, visit.person)
    group = programme.choice(visit.parameter)
    code = await visit.run(visit.services.grouping.wishes.offered, visit.person, group[0])
    offer = choose_keyboards.offer(visit.words, code) if code else None
    await visit.change(
        agenda_text.choice(visit.words, programme, group),
        agenda_keyboards.beside(visit.words, group, offer),
    )
