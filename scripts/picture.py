"""Draws docs/chat.svg: what an invited participant of the sample meeting reads on their phone."""

import asyncio
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from rehearsal.chat.invitations import invitation_codes
from rehearsal.client import Rehearsal
from rehearsal.process import polling_bot, server_process
from rehearsal.screen import Button, ScreenMessage

QUESTIONS = (
    "where am I after lunch?",
    "How long will the background papers be?",
    "What does the hotel cost?",
)
WHO = "miriam-feldt"
CLOCK = "2008-02-11T13:52+01:00"  # in the lunch break of the first day
MEETING = (
    ("add", "sample/papers"),
    ("agenda", "sample/agenda.xlsx", "--yes"),
    ("people", "sample/people.csv"),
    ("logistics", "sample/logistics.toml"),
)
BOT = (sys.executable, "-m", "bot")
WIDTH, MARGIN, LINE, LETTERS = 480, 16, 20, 50
KEY, KEY_GAP = 30, 4
STYLE = """
  .back { fill: #dfe7ee } .bot { fill: #ffffff } .me { fill: #d7f5c6 } .key { fill: #c3d2df }
  text { font: 14px system-ui, sans-serif; fill: #17212b } .label { text-anchor: middle }
"""


async def conversation() -> list[ScreenMessage]:
    """Open the invitation, ask the questions of a running bot; the chat from the first one on."""
    with tempfile.TemporaryDirectory() as folder:
        env = {"ATTACHE_DATA": folder, "ATTACHE_CLOCK": CLOCK}
        _bring_in(env)
        async with server_process() as (_, at), Rehearsal(at.control_url) as rehearsal:
            codes = await invitation_codes(at, env, BOT, Path(folder))
            phone = await rehearsal.person("Miriam")
            async with polling_bot(rehearsal, at, env, command=BOT):
                for text in (f"/start {codes[WHO]}", *QUESTIONS):
                    await phone.say(text)
                    await phone.next_message(timeout=120)
            greeting = 2  # what the tapped link sends, and the bot's answer
            return (await phone.messages())[greeting:]


def _bring_in(env: dict[str, str]) -> None:
    for command in MEETING:
        subprocess.run([sys.executable, "ingest.py", *command], env=env, check=True)


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
    for number, row in enumerate(message.rows):
        yield from _keys(row, x, y + text + KEY_GAP + number * (KEY + KEY_GAP), wide)


def _keys(row: Sequence[Button], x: int, y: int, wide: int) -> Iterator[str]:
    """The buttons of one row, side by side."""
    each = (wide - KEY_GAP * (len(row) - 1)) // len(row)
    for place, button in enumerate(row):
        left = x + place * (each + KEY_GAP)
        yield f'<rect class="key" x="{left}" y="{y}" width="{each}" height="{KEY}" rx="8"/>'
        middle = left + each // 2
        yield f'<text class="label" x="{middle}" y="{y + 20}">{escape(button.label)}</text>'


def _height(message: ScreenMessage) -> int:
    return LINE * len(_lines(message.text)) + 16 + (KEY + KEY_GAP) * len(message.rows)


def _lines(text: str) -> list[str]:
    return [line for part in text.split("\n") for line in textwrap.wrap(part, LETTERS) or [""]]


if __name__ == "__main__":
    Path("docs/chat.svg").write_text(drawing(asyncio.run(conversation())), encoding="utf-8")
