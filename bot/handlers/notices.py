"""[Got it] under a notice."""

from bot import tapped
from bot.visit import Visit


async def seen(visit: Visit) -> None:
    """A tap on [Got it]; however often, it is noted once."""
    person_id, notice_id = visit.person.person_id, int(visit.parameter)
    noted = person_id is not None and await visit.run(
        visit.services.notices.seen, person_id, notice_id, visit.services.clock.now()
    )
    await visit.acknowledge(visit.words.plain("notice.noted" if noted else "notice.not_yours"))
    if noted:
        await tapped.show(visit)
