"""Who is in which group: a table to look at, and one person moved to another group by hand."""

from bot.agenda_keyboards import first_of
from bot.gently import or_tell
from bot.grouping import groups_keyboards as keyboards
from bot.grouping import table_text
from bot.grouping.screen import or_show_anew, parameters, pressed, show
from bot.visit import Visit
from services.errors import NotThere
from services.groups import BlockView, GroupMember


@or_tell
async def table(visit: Visit) -> None:
    """A page of who is where."""
    await visit.acknowledge()
    view, step = await pressed(visit), table_text.PEOPLE_SHOWN
    first = first_of(parameters(visit)[1], len(view.members), step)
    buttons = keyboards.table(visit.words, view, first, step)
    await visit.change(table_text.table(visit.words, view, first), buttons)


@or_tell
async def people(visit: Visit) -> None:
    """[Move someone…]: a page of everybody."""
    await visit.acknowledge()
    view = await pressed(visit)
    first = first_of(parameters(visit)[1], len(view.members), keyboards.PEOPLE_SHOWN)
    await visit.change(visit.words("groups.whom"), keyboards.people(visit.words, view, first))


@or_tell
async def places(visit: Visit) -> None:
    """The groups to which somebody can be moved."""
    await visit.acknowledge()
    view = await pressed(visit)
    one = _member(view, int(parameters(visit)[1]))
    await visit.change(
        table_text.person(visit.words, view, one), keyboards.places(visit.words, view, one)
    )


@or_tell
@or_show_anew
async def move(visit: Visit) -> None:
    """They stay where they are put; picture and numbers follow."""
    await visit.acknowledge()
    code, stamp, person_id, session = parameters(visit)
    groups, number = visit.services.grouping.groups, int(person_id)
    view = await visit.run(groups.move, visit.person, code, stamp, number, session)
    await show(visit, view, table_text.was_moved(visit.words, view, number), redraw=True)


def _member(view: BlockView, person_id: int) -> GroupMember:
    for one in view.members:
        if one.person_id == person_id:
            return one
    raise NotThere(f"nobody with the number {person_id} is on the list")
