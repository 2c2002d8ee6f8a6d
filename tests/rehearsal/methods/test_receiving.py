import asyncio

import pytest

from rehearsal.phone import Phone

CONFLICT = (
    "409 Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)


def texts(updates: list[dict]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_updates_are_given_until_they_are_confirmed(api, ada: Phone, rehearsal) -> None:
    await ada.say("One")
    first = await api.call("getUpdates")
    assert texts(first) == ["/start", "One"]
    assert await api.call("getUpdates") == first
    offset = first[0]["update_id"] + 1
    assert texts(await api.call("getUpdates", offset=offset)) == ["One"]
    assert (await rehearsal.updates()).pending == 1
    assert await api.call("getUpdates", offset=offset + 1) == []


async def test_update_ids_grow_by_one(api, ada: Phone) -> None:
    await ada.say("One")
    start, one = await api.call("getUpdates")
    assert one["update_id"] == start["update_id"] + 1


async def test_limit_and_negative_offset(api, ada: Phone) -> None:
    for text in ("One", "Two"):
        await ada.say(text)
    assert texts(await api.call("getUpdates", limit=1)) == ["/start"]
    assert texts(await api.call("getUpdates", offset=-1)) == ["Two"]
    assert texts(await api.call("getUpdates")) == ["Two"]


async def test_poll_waits_for_an_update(api, ada: Phone, rehearsal) -> None:
    await api.call("getUpdates", offset=-1)
    last = (await api.call("getUpdates"))[-1]["update_id"]
    poll = asyncio.create_task(api.call("getUpdates", offset=last + 1, timeout=30))
    await rehearsal.wait_until_polling((await rehearsal.updates()).polls)
    await ada.say("Now")
    assert texts(await poll) == ["Now"]


async def test_second_poller_ends_the_first_with_a_conflict(api, rehearsal) -> None:
    first = asyncio.create_task(api.refusal("getUpdates", timeout=30))
    await rehearsal.wait_until_polling()
    second = asyncio.create_task(api.call("getUpdates", timeout=30))
    assert await first == CONFLICT
    ada = await rehearsal.person("Ada")
    await ada.say("Hello")
    assert texts(await second) == ["Hello"]


async def test_poller_that_went_away_is_no_conflict_and_loses_nothing(api, rehearsal) -> None:
    poll = asyncio.create_task(api.call("getUpdates", timeout=30))
    await rehearsal.wait_until_polling()
    poll.cancel()
    with pytest.raises(asyncio.CancelledError):
        await poll
    ada = await rehearsal.person("Ada")
    await ada.say("Hello")
    assert texts(await api.call("getUpdates", timeout=5)) == ["Hello"]


async def test_only_allowed_kinds_come_until_that_is_changed(api, ada: Phone) -> None:
    await api.call("getUpdates", offset=-1, allowed_updates=["my_chat_member"])
    said = await ada.say("Not heard")
    await ada.edit(said, "Not heard either")
    await ada.block()
    kinds = [[*update][1] for update in await api.call("getUpdates")]
    assert kinds == ["message", "my_chat_member"]
    await api.call("getUpdates", offset=-1, allowed_updates=[])
    await ada.unblock()
    await ada.edit(said, "Heard")
    updates = await api.call("getUpdates")
    assert [[*update][1] for update in updates[1:]] == ["my_chat_member", "edited_message"]


@pytest.mark.usefixtures("ada")
async def test_confirmed_update_can_be_given_once_more(api, rehearsal) -> None:
    update = (await api.call("getUpdates"))[0]
    await api.call("getUpdates", offset=update["update_id"] + 1)
    assert await rehearsal.repeat_updates(update["update_id"], 5) == [update["update_id"]]
    assert await api.call("getUpdates", offset=update["update_id"] + 1) == [update]
    assert await api.call("getUpdates", offset=update["update_id"] + 1) == []


@pytest.mark.usefixtures("ada")
async def test_pending_updates_are_dropped_with_the_webhook(api) -> None:
    assert (await api.call("getWebhookInfo"))["pending_update_count"] == 1
    await api.call("deleteWebhook", drop_pending_updates=True)
    assert await api.call("getUpdates") == []


async def test_wrong_types_are_refused(api) -> None:
    assert await api.refusal("getUpdates", timeout="soon") == (
        '400 Bad Request: can\'t parse parameter "timeout": expected Integer'
    )
    assert await api.refusal("getUpdates", allowed_updates="{") == (
        "400 Bad Request: can't parse allowed updates JSON object"
    )
