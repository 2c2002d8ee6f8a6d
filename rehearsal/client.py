"""The client of the control interface: a phone for each person, and the records of the server."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import aiohttp

from rehearsal.errors import ControlError
from rehearsal.phone import PATIENCE, ChatEvent, Phone, read_event
from rehearsal.request_log import Request, read_request
from rehearsal.shapes import (
    JsonObject,
    as_integer,
    as_list,
    as_number,
    as_object,
    as_objects,
    as_text,
)


@dataclass(frozen=True, slots=True)
class Updates:
    """The state of the bot's updates: how many are unconfirmed, and the polls so far."""

    pending: int
    polls: int
    polling: bool
    given: tuple[int, ...]


class Rehearsal:
    """``async with Rehearsal(control_url) as rehearsal``. Raises ControlError when refused."""

    def __init__(self, control_url: str) -> None:
        self._control_url = control_url
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=150))
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def person(
        self,
        first_name: str,
        last_name: str = "",
        *,
        language_code: str = "en",
        username: str = "",
        user_id: int | None = None,
    ) -> Phone:
        """Adds a person (or changes the one with that id) and gives their phone.

        The phone begins with the chat as it is now: older messages are not new to it.
        """
        body: JsonObject = {"first_name": first_name, "last_name": last_name, "id": user_id}
        body |= {"language_code": language_code, "username": username}
        made = as_object(await self.post("people", body))
        return Phone(self, as_integer(made["id"]), first_name, await self.last_position())

    async def requests(
        self,
        method: str = "",
        after: int = 0,
        timeout: float = 0,  # noqa: ASYNC109
    ) -> list[Request]:
        """The bot's requests after a position; waits ``timeout`` seconds for the first."""
        query = {"method": method, "after": str(after), "timeout": str(timeout)}
        form = as_object(await self.get("requests", query))
        return [read_request(each) for each in as_objects(form["requests"])]

    async def events(self, after: int, timeout: float = 0) -> list[ChatEvent]:  # noqa: ASYNC109
        """What the bot did in any chat after a position; waits ``timeout`` seconds."""
        query = {"after": str(after), "timeout": str(timeout), "from_bot": "1"}
        form = as_object(await self.get("events", query))
        return [read_event(each) for each in as_objects(form["events"])]

    async def last_position(self) -> int:
        """The position of the newest event."""
        return as_integer(as_object(await self.get("events", {"after": "1000000000"}))["last"])

    async def updates(self) -> Updates:
        form = as_object(await self.get("updates"))
        given = tuple(as_integer(number) for number in as_list(form["given"]))
        pending, polls = as_integer(form["pending"]), as_integer(form["polls"])
        return Updates(pending, polls, form["polling"] is True, given)

    async def repeat_updates(self, *update_ids: int) -> list[int]:
        """Gives confirmed updates once more, all of them when none is named."""
        form = as_object(await self.post("updates/repeat", {"update_ids": list(update_ids)}))
        return [as_integer(number) for number in as_list(form["repeated"])]

    async def wait_until_polling(self, after: int = 0, timeout: float = 60) -> None:  # noqa: ASYNC109
        """Waits until the bot has asked for updates more often than ``after`` times."""
        async with asyncio.timeout(timeout):
            while (await self.updates()).polls <= after:  # noqa: ASYNC110  another process
                await asyncio.sleep(0.02)

    async def wait_until_confirmed(self, timeout: float = PATIENCE) -> None:  # noqa: ASYNC109
        """Waits until the bot has confirmed every update."""
        async with asyncio.timeout(timeout):
            while (await self.updates()).pending:  # noqa: ASYNC110  another process
                await asyncio.sleep(0.02)

    async def fault(
        self,
        kind: str,
        method: str = "sendMessage",
        chat_id: int | None = None,
        times: int | None = 1,
        seconds: float | None = None,
        after: int = 0,
    ) -> None:
        """The next requests meet a fault; see ``Faults.fault``."""
        body: JsonObject = {"kind": kind, "method": method, "chat_id": chat_id}
        await self.post("faults", body | {"times": times, "seconds": seconds, "after": after})

    async def fault_plan(
        self,
        seed: int,
        shares: Mapping[str, float],
        method: str = "sendMessage",
        retry_after: tuple[int, int] = (1, 30),
        seconds: Mapping[str, float] | None = None,
    ) -> None:
        """Each request draws its fault from a seed; see ``Faults.fault_plan``."""
        body: JsonObject = {"seed": seed, "shares": dict(shares), "method": method}
        body |= {"retry_after": list(retry_after), "seconds": dict(seconds or {})}
        await self.post("faults/plan", body)

    async def clear_faults(self) -> None:
        """Nothing goes wrong any more, and the Bot API listens."""
        await self.post("faults/end", {})

    async def told_to_wait_until(self) -> float:
        """The Unix time until which the bot was told to wait; 0 when it never was."""
        return as_number(as_object(await self.get("faults"))["wait_until"])

    async def chat(self, chat_id: int) -> JsonObject:
        """A chat and how the bot stands in it (``standing``: new, member, left, kicked, ...)."""
        return as_object(await self.get(f"chats/{chat_id}"))

    async def file(self, file_id: str) -> bytes:
        """The content of a file that was sent, as the phone downloads it."""
        async with self.session.get(f"{self._control_url}/files/{file_id}") as response:
            if response.status != 200:
                raise ControlError(f"There is no file {file_id}.", response.status)
            return await response.read()

    async def get(self, path: str, query: dict[str, str] | None = None) -> object:
        async with self.session.get(f"{self._control_url}/{path}", params=query) as response:
            return await _checked(response)

    async def post(self, path: str, body: JsonObject) -> object:
        async with self.session.post(f"{self._control_url}/{path}", json=body) as response:
            return await _checked(response)

    @property
    def session(self) -> aiohttp.ClientSession:
        if self._session is None:
            raise ControlError("Open the client first: async with Rehearsal(control_url).")
        return self._session


async def _checked(response: aiohttp.ClientResponse) -> object:
    body: object = await response.json()
    if response.status != 200:
        raise ControlError(as_text(as_object(body).get("error")), response.status)
    return body
