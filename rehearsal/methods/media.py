"""Methods that send files: uploaded, or sent again by their file_id."""

import secrets

from rehearsal.access import open_chat
from rehearsal.errors import ApiError, bad_request
from rehearsal.files import StoredFile, Upload
from rehearsal.messages import Content
from rehearsal.methods.editing import edit, own_message
from rehearsal.methods.sending import send
from rehearsal.parameters import Parameters
from rehearsal.shapes import JsonObject, as_text
from rehearsal.wording import read_caption
from rehearsal.world import World

_GROUP_SIZES = range(2, 11)


async def send_document(world: World, parameters: Parameters) -> JsonObject:
    return _send_file(world, parameters, "document")


async def send_photo(world: World, parameters: Parameters) -> JsonObject:
    return _send_file(world, parameters, "photo")


async def send_media_group(world: World, parameters: Parameters) -> list[JsonObject]:
    open_chat(world, parameters)
    media = parameters.items("media") or []
    if len(media) not in _GROUP_SIZES:
        raise bad_request("there must be 2-10 media to send as an album")
    contents = [_album_content(world, parameters, item) for item in media]
    if len({content.kind for content in contents}) > 1:
        raise bad_request("document can't be mixed with other media types")
    group = str(secrets.randbelow(10**16))
    messages = [send(world, parameters, content) for content in contents]
    for message in messages:
        message.extra["media_group_id"] = group
    return [message.api_form() for message in messages]


async def edit_media(world: World, parameters: Parameters) -> JsonObject:
    message = own_message(world, parameters)
    # A text can be made a file in the Bot API; nobody here does.
    if message.content.kind not in ("document", "photo"):
        raise bad_request("there is no media in the message to edit")
    content = _album_content(world, parameters, parameters.members("media"))
    return edit(world, parameters, message, content)


def _send_file(world: World, parameters: Parameters, kind: str) -> JsonObject:
    open_chat(world, parameters)
    caption = read_caption(world, parameters)
    stored = _stored(world, kind, parameters.file(kind))
    return send(world, parameters, Content(kind, caption, _shown(stored))).api_form()


def _album_content(world: World, parameters: Parameters, item: object) -> Content:
    if not isinstance(item, dict) or item.get("type") not in ("document", "photo"):
        raise bad_request("can't parse InputMedia: unsupported type specified")
    kind = as_text(item["type"])
    stored = _stored(world, kind, parameters.attached(as_text(item.get("media"))))
    return Content(kind, read_caption(world, Parameters(item, {})), _shown(stored))


def _stored(world: World, kind: str, source: Upload | str) -> StoredFile:
    if isinstance(source, Upload):
        return world.files.accept(kind, source)
    if not source:
        raise bad_request(f"there is no {kind} in the request")
    if source.startswith(("http://", "https://")):
        # There is no network behind loopback from which Telegram could fetch it.
        raise ApiError(400, "Bad Request: failed to get HTTP URL content")
    return world.files.reuse(kind, source)


def _shown(stored: StoredFile) -> object:
    return [stored.media] if stored.kind == "photo" else stored.media


METHODS = {
    "sendDocument": send_document,
    "sendPhoto": send_photo,
    "sendMediaGroup": send_media_group,
    "editMessageMedia": edit_media,
}
