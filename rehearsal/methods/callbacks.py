"""Methods that react to what people did: answers to buttons, reactions."""

from rehearsal.access import known_message, open_chat
from rehearsal.errors import bad_request
from rehearsal.formatted import utf16_length
from rehearsal.parameters import Parameters
from rehearsal.shapes import JsonObject, as_text, without_nothing
from rehearsal.world import Event, World

# Telegram names no figure for the life of a query; a quarter of an hour is what phones allow.
_QUERY_SECONDS = 15 * 60
_ANSWER_LIMIT = 200
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
_REACTIONS = {
    *"👍👎❤🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳🌚🌭💯🤣⚡🍌",
    *"🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘",
    *"🙉🦄😘💊🙊😎👾😡",
}


async def answer_callback_query(world: World, parameters: Parameters) -> bool:
    text = parameters.text("text")
    if utf16_length(text) > _ANSWER_LIMIT:
        raise bad_request("MESSAGE_TOO_LONG")
    tap = world.taps.get(parameters.text("callback_query_id"))
    if tap is None or tap.answer.done() or world.now() - tap.pressed_at > _QUERY_SECONDS:
        raise bad_request(_TOO_OLD)
    answer: JsonObject = without_nothing(
        {
            "text": text or None,
            "show_alert": parameters.flag("show_alert"),
            "url": parameters.text("url") or None,
        }
    )
    tap.answer.set_result(answer)
    world.events.append(Event(tap.chat_id, "answer", True, None, answer))
    return True


async def set_message_reaction(world: World, parameters: Parameters) -> bool:
    chat = open_chat(world, parameters)
    message = known_message(chat, parameters.integer("message_id"), "react")
    reaction = parameters.items("reaction") or []
    if len(reaction) > 1 or not all(_known_reaction(each) for each in reaction):
        raise bad_request("REACTION_INVALID")
    message.reaction = reaction
    world.show(message, "edited")
    return True


def _known_reaction(given: object) -> bool:
    if not isinstance(given, dict) or given.get("type") != "emoji":
        return False
    return as_text(given.get("emoji")).rstrip("\ufe0f") in _REACTIONS


METHODS = {
    "answerCallbackQuery": answer_callback_query,
    "setMessageReaction": set_message_reaction,
}
