"""Draws docs/chat.svg: a real conversation with the bot of the sample meeting, as on a phone."""

import asyncio
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from rehearsal.client import Rehearsal
from rehearsal.process import polling_bot, server_process
from rehearsal.screen import ScreenMessage

QUESTIONS = ("How long will the background papers be?", "What does the hotel cost?")
WIDTH, MARGIN, LINE, LETTERS = 480, 16, 20, 50
STYLE = """
  .back { fill: #dfe7ee } .bot { fill: #ffffff } .me { fill: #d7f5c6 } .key { fill: #c3d2df }
  text { font: 14px system-ui, sans-serif; fill: #17212b } .label { text-anchor: middle }
"""


async def conversation() -> list[ScreenMessage]:
    """Ask the questions of a running bot and return the chat."""
    with tempfile.TemporaryDirectory() as folder:
        env = {"ATTACHE_DATA": folder, "ATTACHE_ACCESS": "open"}
        subprocess.run(  # noqa: ASYNC221
            [sys.executable, "ingest.py", "add", "sample/papers"], env=env, check=True
        )
        async with server_process() as (_, at), Rehearsal(at.control_url) as rehearsal:
            phone = await rehearsal.person("Ingrid")
            async with polling_bot(rehearsal, at, env):
                for question in QUESTIONS:
                    await phone.say(question)
                    await phone.next_message(timeout=120)
            return await phone.messages()


def drawing(messages: list[ScreenMessage]) -> str:
    """The chat as SVG."""
    y, parts = MARGIN, []
    for message in messages:
        bubble = list(_bubble(message, y))
        height = _height(message)
        parts += bubble
        y += height + MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y}" width="{WIDTH}">'
        f'<style>{STYLE}</style><rect class="back" width="{WIDTH}" height="{y}" rx="14"/>'
        + "".join(parts)
        + "</svg>\n"
    )


def _bubble(message: ScreenMessage, y: int) -> Iterator[str]:
    lines = _lines(message.text)
    wide = min(WIDTH - 2 * MARGIN, 24 + round(7.4 * max(len(line) for line in lines)))
    x = MARGIN if message.from_bot else WIDTH - MARGIN - wide
    name = "bot" if message.from_bot else "me"
    text = LINE * len(lines) + 16
    yield f'<rect class="{name}" x="{x}" y="{y}" width="{wide}" height="{text}" rx="12"/>'
    for number, line in enumerate(lines):
        yield f'<text x="{x + 12}" y="{y + 22 + number * LINE}">{escape(line)}</text>'
    for number, label in enumerate(message.labels):
        top = y + text + 4 + number * 34
        yield f'<rect class="key" x="{x}" y="{top}" width="{wide}" height="30" rx="8"/>'
        middle = x + wide // 2
        yield f'<text class="label" x="{middle}" y="{top + 20}">{escape(label)}</text>'


def _height(message: ScreenMessage) -> int:
    return LINE * len(_lines(message.text)) + 16 + 34 * len(message.labels)


def _lines(text: str) -> list[str]:
    return [line for part in text.split("\n") for line in textwrap.wrap(part, LETTERS) or [""]]


if __name__ == "__main__":
    Path("docs/chat.svg").write_text(drawing(asyncio.run(conversation())), encoding="utf-8")
