"""Methods by which the bot gets updates and files."""

from rehearsal.errors import bad_request
from rehearsal.parameters import Parameters
from rehearsal.shapes import JsonObject
from rehearsal.world import World

_LONGEST_POLL = 50


async def get_updates(world: World, parameters: Parameters) -> list[JsonObject]:
    kinds = parameters.items("allowed_updates")
    if kinds is not None and not all(isinstance(kind, str) for kind in kinds):
        raise bad_request("can't parse allowed updates: expected an Array of String")
    world.updates.allow(None if kinds is None else [str(kind) for kind in kinds])
    timeout = min(max(parameters.integer("timeout"), 0), _LONGEST_POLL)
    limit = parameters.integer("limit", 100)
    return await world.updates.take(parameters.integer("offset"), limit, timeout)


async def delete_webhook(world: World, parameters: Parameters) -> bool:
    if parameters.flag("drop_pending_updates"):
        world.updates.forget()
    return True


async def get_webhook_info(world: World, _: Parameters) -> JsonObject:
    return {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": world.updates.pending,
    }


async def get_file(world: World, parameters: Parameters) -> JsonObject:
    return world.files.offered(parameters.text("file_id")).api_form()


METHODS = {
    "getUpdates": get_updates,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
    "getFile": get_file,
}
