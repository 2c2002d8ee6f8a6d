"""The words of a request: text or caption with its parse mode or entities, within the limits."""

from collections.abc import Mapping

from rehearsal.errors import bad_request
from rehearsal.formatted import Entity, Formatted, tidied
from rehearsal.html import HtmlError, parse_html
from rehearsal.parameters import Parameters
from rehearsal.shapes import JsonObject
from rehearsal.world import World

# https://core.telegram.org/bots/api#sendmessage and #senddocument, in UTF-16 units after parsing.
TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
_PLAIN_MEMBERS = {"type", "offset", "length"}


def read_text(world: World, parameters: Parameters) -> Formatted:
    """The text of a message. Raises ApiError when it is empty, too long or cannot be parsed."""
    words = _words(world, parameters, "text", "entities")
    if not words.text:
        raise bad_request("message text is empty")
    if words.length > TEXT_LIMIT:
        raise bad_request("message is too long")
    return words


def read_caption(world: World, parameters: Parameters) -> Formatted:
    """The caption of a document or photo; may be empty."""
    words = _words(world, parameters, "caption", "caption_entities")
    if words.length > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return words


def read_entity(given: object) -> Entity:
    """A MessageEntity. Raises ApiError."""
    if not isinstance(given, dict):
        raise bad_request("can't parse MessageEntity: expected an Object")
    kind, offset, length = (given.get(name) for name in ("type", "offset", "length"))
    if not isinstance(kind, str) or not isinstance(offset, int) or not isinstance(length, int):
        raise bad_request("can't parse MessageEntity: type, offset and length are needed")
    more = {name: value for name, value in given.items() if name not in _PLAIN_MEMBERS}
    return Entity(kind, offset, length, tuple(sorted(more.items())))


def _words(world: World, parameters: Parameters, field: str, entities_field: str) -> Formatted:
    source = parameters.text(field)
    mode = parameters.text("parse_mode").lower()
    if mode == "html":
        words = _parsed(source)
    elif mode:
        # Every text of the bot is HTML: another mode is a mistake that should show.
        raise bad_request("unsupported parse_mode")
    else:
        given = parameters.items(entities_field) or []
        words = Formatted(source, tuple(read_entity(each) for each in given))
    return tidied(_with_users(world, words))


def _parsed(source: str) -> Formatted:
    try:
        return parse_html(source)
    except HtmlError as error:
        raise bad_request(f"can't parse entities: {error}") from None


def _with_users(world: World, words: Formatted) -> Formatted:
    """A mention by id carries the user; one of an unknown user is only text."""
    entities = []
    for entity in words.entities:
        if entity.type != "text_mention":
            entities.append(entity)
        elif user := _mentioned(world, dict(entity.details)):
            entities.append(Entity("text_mention", entity.offset, entity.length, (("user", user),)))
    return Formatted(words.text, tuple(entities))


def _mentioned(world: World, details: Mapping[str, object]) -> JsonObject | None:
    user = details.get("user")
    user_id = user.get("id") if isinstance(user, dict) else details.get("user_id")
    person = world.people.get(user_id) if isinstance(user_id, int) else None
    return person.api_form() if person else None
