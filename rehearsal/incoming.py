"""What a person's phone sends: the message described in a control request."""

import base64
import binascii
from collections.abc import Callable

from rehearsal.errors import ApiError, ControlError
from rehearsal.files import Upload, picture_size
from rehearsal.formatted import Entity, Formatted, tidied
from rehearsal.messages import Content
from rehearsal.people import text_content
from rehearsal.shapes import JsonObject, as_list, as_text
from rehearsal.wording import read_entity
from rehearsal.world import World


def content_of(world: World, body: JsonObject) -> tuple[Content, JsonObject]:
    """Reads ``kind`` (text, document, photo, voice, sticker, location) and what goes with it.

    ``entities`` format the text or the caption; a ``forwarded_from`` name makes it a forwarded
    message, an ``album`` one of several pictures. Files come as ``content_base64``.
    """
    kind = as_text(body.get("kind")) or "text"
    maker = _MAKERS.get(kind)
    if maker is None:
        raise ControlError(f"Nobody can send a {kind} here; kinds: {', '.join(_MAKERS)}.")
    return maker(world, body), _extra(world, body)


def _text(_: World, body: JsonObject) -> Content:
    return text_content(as_text(body.get("text")), _entities(body))


def _document(world: World, body: JsonObject) -> Content:
    name = as_text(body.get("file_name")) or "file"
    mime_type = as_text(body.get("mime_type")) or "application/octet-stream"
    stored = world.files.keep("document", Upload(name, mime_type, _bytes(body)))
    return Content("document", _caption(body), stored.media)


def _photo(world: World, body: JsonObject) -> Content:
    content = _bytes(body)
    if picture_size(content) is None:
        raise ControlError("A photo must be a PNG or JPEG.")
    stored = world.files.keep("photo", Upload("photo.jpg", "image/jpeg", content))
    return Content("photo", _caption(body), [stored.media])


def _voice(world: World, body: JsonObject) -> Content:
    stored = world.files.keep("voice", Upload("voice.oga", "audio/ogg", _bytes(body)))
    return Content("voice", media=stored.media)


def _sticker(world: World, body: JsonObject) -> Content:
    emoji = as_text(body.get("emoji")) or "👍"
    upload = Upload("sticker.webp", "image/webp", f"sticker {emoji}".encode())
    return Content("sticker", media=world.files.keep("sticker", upload, {"emoji": emoji}).media)


def _location(_: World, body: JsonObject) -> Content:
    place = {name: body.get(name) for name in ("latitude", "longitude")}
    if not all(isinstance(value, int | float) for value in place.values()):
        raise ControlError("A location needs latitude and longitude.")
    return Content("location", media=place)


def _caption(body: JsonObject) -> Formatted:
    return tidied(Formatted(as_text(body.get("caption")), _entities(body)))


def _entities(body: JsonObject) -> tuple[Entity, ...]:
    try:
        return tuple(read_entity(each) for each in as_list(body.get("entities")))
    except ApiError as error:
        raise ControlError(error.description) from None


def _bytes(body: JsonObject) -> bytes:
    try:
        return base64.b64decode(as_text(body.get("content_base64")), validate=True)
    except binascii.Error:
        raise ControlError("content_base64 is not base64.") from None


def _extra(world: World, body: JsonObject) -> JsonObject:
    extra: JsonObject = {}
    if album := as_text(body.get("album")):
        extra["media_group_id"] = album
    if name := as_text(body.get("forwarded_from")):
        origin = {"type": "hidden_user", "sender_user_name": name, "date": world.now() - 60}
        extra["forward_origin"] = origin
    return extra


_MAKERS: dict[str, Callable[[World, JsonObject], Content]] = {
    "text": _text,
    "document": _document,
    "photo": _photo,
    "voice": _voice,
    "sticker": _sticker,
    "location": _location,
}
