"""Everything that is not a written question gets a sentence that says what the bot can do."""

from telegram import Message

from bot.visit import Visit


async def explain(visit: Visit) -> None:
    """A sticker, a voice note, a picture, a file, a forwarded message, …"""
    message = visit.update.effective_message
    await visit.say(visit.words(_key(message) if message else "other.anything"))


async def command(visit: Visit) -> None:
    """A command that does not exist."""
    await visit.say(visit.words("other.command"))


async def button(visit: Visit) -> None:
    """A button that this version of the bot no longer has."""
    await visit.acknowledge(visit.words.plain("errors.old_button"))


def _key(message: Message) -> str:
    if message.forward_origin is not None:
        return "other.forwarded"
    if message.voice or message.audio or message.video_note:
        return "other.voice"
    if message.photo or message.video or message.animation:
        return "other.picture"
    if message.sticker:
        return "other.sticker"
    return "other.file" if message.document else "other.anything"
