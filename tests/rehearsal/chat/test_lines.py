"""A chat of lines shows all that the bot does, also what it does after its first reply."""

import asyncio
import io
import sys
from typing import Any, cast

import pytest

from rehearsal.chat.lines import LineChat
from rehearsal.phone import ChatEvent


class Scripted:
    """A conversation, its rehearsal and its keeper: what each look at the chat brings is given."""

    is_running = True
    starts = 1

    def __init__(self, *looks: str) -> None:
        self.rehearsal = self
        self.polls = 0
        self._looks = list(looks)

    async def events(self, position: int, _patience: float) -> list[ChatEvent]:
        text = self._looks.pop(0)
        return [ChatEvent(position + 1, 1, "message", None, text)] if text else []

    async def display(self, event: ChatEvent) -> None:
        sys.stdout.write(f"{event.text}\n")

    async def take(self, line: str) -> bool:
        return bool(line.strip())

    async def updates(self) -> "Scripted":
        return self

    async def obeys(self, line: str) -> str:
        return ""

    async def ended(self) -> str:
        await asyncio.Event().wait()
        return ""


async def test_what_comes_after_the_reply_is_shown_before_the_next_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    chat = Scripted("Welcome", "", "", "I have it …", "", "It has 18 passages.", "")
    monkeypatch.setattr(sys, "stdin", io.StringIO("a file\n\n"))
    assert await LineChat(cast("Any", chat), cast("Any", chat)).run() == 0
    assert capsys.readouterr().out == ("Welcome\n> a file\nI have it …\nIt has 18 passages.\n> \n")
