import asyncio
import json

import aiohttp
import pytest

from rehearsal.__main__ import main
from rehearsal.errors import ControlError
from rehearsal.server import Addresses, running, serve
from rehearsal.world import World


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "example.org", "::"])
async def test_only_loopback_is_served(host: str) -> None:
    with pytest.raises(ControlError) as caught:
        async with running(World(), host):
            pass
    assert str(caught.value) == (
        f"{host} is not a loopback address; the rehearsal serves only those."
    )


def test_command_line_refuses_other_addresses_with_a_sentence(capsys) -> None:
    assert main(["serve", "--host", "0.0.0.0"]) == 2
    expected = "rehearsal: 0.0.0.0 is not a loopback address; the rehearsal serves only those.\n"
    assert capsys.readouterr().err == expected


async def test_wrong_token_is_unauthorized(addresses: Addresses) -> None:
    async with aiohttp.ClientSession() as session:
        for url in (f"{addresses.base_url}1:x/getMe", f"{addresses.base_file_url}1:x/documents/a"):
            async with session.get(url) as response:
                answer = await response.json()
                assert (response.status, answer) == (
                    401,
                    {"ok": False, "error_code": 401, "description": "Unauthorized"},
                )


async def test_unknown_method_is_not_found_and_recorded(api, rehearsal) -> None:
    assert await api.refusal("sendTelepathy") == "404 Not Found"
    assert [r.method for r in await rehearsal.requests() if not r.ok] == ["sendTelepathy"]


@pytest.mark.usefixtures("ada")
async def test_methods_take_queries_and_forms(api) -> None:
    url = f"{api.addresses.base_url}{api.addresses.token}/sendMessage"
    async with api.session.get(url, params={"chat_id": "11", "text": "A"}) as response:
        assert (await response.json())["result"]["text"] == "A"
    async with api.session.post(url, data={"chat_id": "11", "text": "B"}) as response:
        assert (await response.json())["result"]["text"] == "B"


async def test_body_that_is_no_json_object_is_refused(api) -> None:
    _, answer = await api.send("sendMessage", ["x"])
    assert answer["description"] == "Bad Request: object expected as request body"


async def test_served_addresses_are_printed_and_written(tmp_path, capsys) -> None:
    ready = tmp_path / "ready.json"
    serving = asyncio.create_task(serve("127.0.0.1", 0, "1:x", ready))
    async with asyncio.timeout(10):
        while not (ready.exists() and ready.read_text().endswith("\n")):  # noqa: ASYNC110
            await asyncio.sleep(0.01)
    serving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await serving
    assert capsys.readouterr().out == ready.read_text()
    assert json.loads(ready.read_text())["token"] == "1:x"


def test_addresses_are_one_line_of_json() -> None:
    line = Addresses.at("127.0.0.1", 8081, 8082, "1:x").as_json()
    assert json.loads(line) == {
        "base_url": "http://127.0.0.1:8081/bot",
        "base_file_url": "http://127.0.0.1:8081/file/bot",
        "control_url": "http://127.0.0.1:8082/control",
        "token": "1:x",
    }


def test_a_later_world_numbers_on_where_an_earlier_one_cannot_reach() -> None:
    first = World().updates.put("message", {})
    assert first is not None
    assert 0 < first < 2**31
