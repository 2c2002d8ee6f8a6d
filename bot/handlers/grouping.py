"""/groups: parallel sessions get their people; proposed, looked at, changed by hand, released."""

from functools import partial

from telegram import InputFile

from bot.gently import or_tell
from bot.grouping import groups_keyboards as keyboards
from bot.grouping import groups_text, groups_words, proposal_text, table_text
from bot.grouping.screen import or_show_anew, parameters, pressed, show
from bot.patience import patiently
from bot.visit import Visit
from services.errors import SeatsShort


async def overview(visit: Visit) -> None:
    """The blocks that are ahead."""
    await visit.acknowledge()
    found = await visit.run(visit.services.grouping.groups.overview)
    await visit.change(
        groups_text.overview(visit.words, found), keyboards.overview(visit.words, found)
    )


@or_tell
async def block(visit: Visit) -> None:
    """One block; also the way back from what was shown instead."""
    await visit.acknowledge()
    await show(visit, await pressed(visit))


@or_tell
@or_show_anew
async def ask(visit: Visit) -> None:
    """[Ask for wishes] says first how many that would be."""
    await visit.acknowledge()
    view = await pressed(visit)
    if not view.to_ask or view.row.released or view.block.has_begun(view.at):
        await show(visit, view)
        return
    await visit.change(groups_text.ask(visit.words, view), keyboards.ask(visit.words, view))


@or_tell
@or_show_anew
async def asked(visit: Visit) -> None:
    """[Ask 52 people]"""
    await visit.acknowledge()
    code, count = parameters(visit)
    releasing = visit.services.grouping.releasing
    done = await visit.run(releasing.ask, visit.person, code, int(count))
    visit.house.wake_courier()
    buttons = keyboards.back(visit.words, done.view)
    await visit.change(groups_text.asking(visit.words, done), buttons)


@or_tell
@or_show_anew
async def propose(visit: Visit) -> None:
    """[Make a proposal]: the bot looks for the best one."""
    await visit.acknowledge(visit.words.plain("groups.wait"))
    code, stamp = parameters(visit)
    groups = visit.services.grouping.groups
    try:
        view = await visit.think(groups.propose, visit.person, code, stamp)
    except SeatsShort as error:
        text = proposal_text.short(visit.words, error.view, error.short)
        await visit.change(text, keyboards.back(visit.words, error.view))
        return
    await show(visit, view, redraw=True)


@or_tell
@or_show_anew
async def discard(visit: Visit) -> None:
    await visit.acknowledge()
    view = await visit.run(visit.services.grouping.groups.discard, *parameters(visit))
    await show(visit, view, visit.words("groups.discarded"))


@or_tell
@or_show_anew
async def release(visit: Visit) -> None:
    """[Release]: it holds now, and everybody whom it concerns is told."""
    await visit.acknowledge()
    code, stamp = parameters(visit)
    released = await visit.run(visit.services.grouping.releasing.release, visit.person, code, stamp)
    visit.house.wake_courier()
    buttons = keyboards.back(visit.words, released.view)
    await visit.change(groups_text.done(visit.words, released), buttons)


@or_tell
async def send_table(visit: Visit) -> None:
    """[Spreadsheet]: everybody, as a file that can be filled in and sent back."""
    await visit.acknowledge()
    code = parameters(visit)[0]
    view = await pressed(visit)
    data = await visit.run(visit.services.grouping.tables.table, code)
    name = groups_words.file_name(visit.words, view.block)
    file, caption = InputFile(data, name), visit.words("groups.file")
    await patiently(
        lambda: visit.context.bot.send_document(visit.person.chat_id, file, caption=caption)
    )


async def take_table(visit: Visit, data: bytes, name: str) -> None:
    """A file that came back, which upload.py has fetched: it becomes the proposal, or is refused
    with everything that is wrong with it."""
    await or_tell(or_show_anew(partial(_take, data=data, name=name)))(visit)


async def _take(visit: Visit, data: bytes, name: str) -> None:
    taken = await visit.think(visit.services.grouping.tables.take, visit.person, data)
    if taken.view is None:
        await visit.say(table_text.refused(visit.words, name, taken.faults))
        return
    await show(visit, taken.view, table_text.took(visit.words, taken.changed))
