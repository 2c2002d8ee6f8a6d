"""Messages as lines of a terminal: pure, with ANSI styles or without."""

import re
from dataclasses import dataclass

from prompt_toolkit.utils import get_cwidth

from rehearsal.chat.roster import Character
from rehearsal.formatted import utf16_length
from rehearsal.screen import Mark, ScreenMessage

_CODES = {
    "bold": "1",
    "italic": "3",
    "underline": "4",
    "strikethrough": "9",
    "text_link": "4;36",
    "url": "4;36",
    "code": "33",
    "pre": "33",
    "bot_command": "36",
    "mention": "36",
}
_QUOTES = ("blockquote", "expandable_blockquote")
_INDENT = "  "
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_PREVIEW = 60


@dataclass(frozen=True, slots=True)
class Look:
    """How to draw: with ANSI styles or plain, and how many columns wide."""

    ansi: bool
    width: int = 88

    def styled(self, text: str, codes: str) -> str:
        return f"\x1b[{codes}m{text}\x1b[0m" if self.ansi and codes and text else text


Cell = tuple[str, str]  # a character and the ANSI codes that it has


def welcome(character: Character, look: Look) -> str:
    """The newcomer's first screen, in three lines."""
    name = look.styled(character.name, "1")
    return (
        f"A meeting assistant, running on this machine. You are {name}: write as on a phone.\n"
        "A number presses that button. /as NAME [fr] makes you somebody else, /who lists people.\n"
        "/send PATH sends a file, /fault and /killbot make trouble, /quit leaves."
    )


def draw(message: ScreenMessage, look: Look, saved: str = "") -> str:
    """One message of the bot: its text, its file (``saved`` is where it lies), its buttons."""
    lines = [look.styled("Attaché", "1;32") + (" (edited)" if message.edited else "")]
    if message.reply_to_text:
        lines.append(_INDENT + look.styled(f"↩ {preview(message.reply_to_text)}", "2"))
    lines += [_INDENT + line for line in words(message, look)]
    if message.kind not in ("text", "service"):
        lines.append(_INDENT + _attachment(message, saved))
    lines += [_INDENT + line for line in keyboard(message, look)]
    return "\n".join(lines)


def said(message: ScreenMessage, name: str, look: Look) -> str:
    """One message of a person."""
    shown = clean(message.text) or f"({message.kind})"
    return f"{look.styled(name, '1;34')}\n{_INDENT}{shown}"


def words(message: ScreenMessage, look: Look) -> list[str]:
    """The text in lines no wider than the look, styled, quotations with a bar before them."""
    if not message.text:
        return []
    lines: list[str] = []
    for cells, quoted in _paragraphs(message):
        bar = "│ " if quoted else ""
        room = look.width - len(_INDENT) - len(bar)
        lines += [bar + _joined(line, look) for line in _wrapped(cells, room)]
    return lines


def keyboard(message: ScreenMessage, look: Look) -> list[str]:
    """The buttons, numbered through, one line for each row."""
    lines, number = [], 0
    for row in message.rows:
        shown = []
        for button in row:
            number += 1
            target = f" → {clean(button.url)}" if button.url else ""
            shown.append(f"{look.styled(f'[{number}]', '36')} {clean(button.label)}{target}")
        lines.append("   ".join(shown))
    return lines


def preview(text: str) -> str:
    """The beginning of a text, in one line."""
    line = " ".join(clean(text).split())
    return line if len(line) <= _PREVIEW else line[: _PREVIEW - 1] + "…"


def clean(text: str) -> str:
    """Without control characters: nothing that is shown may steer the terminal."""
    return _CONTROL.sub("", text)


def _attachment(message: ScreenMessage, saved: str) -> str:
    if message.document is None:
        return f"({message.kind})"
    kilobytes = max(message.document.size // 1000, 1)
    where = f" → {saved}" if saved else ""
    return f"📎 {clean(message.document.name)} ({kilobytes} kB){where}"


def _paragraphs(message: ScreenMessage) -> list[tuple[list[Cell], bool]]:
    """The lines of the text as cells, each with whether it stands in a quotation."""
    quotes = [mark for mark in message.marks if mark.type in _QUOTES]
    paragraphs, offset = [], 0
    for line in message.text.split("\n"):
        quoted = any(q.offset <= offset < q.offset + q.length for q in quotes)
        paragraphs.append((_cells(line, offset, message.marks), quoted))
        offset += utf16_length(line) + 1
    return paragraphs


def _cells(line: str, offset: int, marks: tuple[Mark, ...]) -> list[Cell]:
    cells: list[Cell] = []
    for character in line:
        inside = [mark for mark in marks if mark.offset <= offset < mark.offset + mark.length]
        codes = ";".join(_CODES[mark.type] for mark in inside if mark.type in _CODES)
        if clean(character):
            cells.append((character, codes))
        offset += utf16_length(character)
        ended = (m for m in inside if m.type == "text_link" and m.offset + m.length == offset)
        cells += [(each, "2") for mark in ended for each in f" ({clean(mark.url)})"]
    return cells


def _wrapped(cells: list[Cell], room: int) -> list[list[Cell]]:
    """Breaks at spaces; a word that is wider than the room is broken where the room ends."""
    lines: list[list[Cell]] = [[]]
    for word in _split(cells):
        used = _width(lines[-1])
        if used and used + _width(word) > room:
            lines.append([])
            word = word if word[0][0] != " " else word[1:]
        for cell in word:
            if _width(lines[-1]) + get_cwidth(cell[0]) > room and lines[-1]:
                lines.append([])
            lines[-1].append(cell)
    return lines


def _split(cells: list[Cell]) -> list[list[Cell]]:
    """Words, each with the spaces before it."""
    parts: list[list[Cell]] = []
    for number, cell in enumerate(cells):
        after_word = number > 0 and cells[number - 1][0] != " "
        if not parts or (cell[0] == " " and after_word):
            parts.append([])
        parts[-1].append(cell)
    return parts


def _width(cells: list[Cell]) -> int:
    return sum(get_cwidth(character) for character, _ in cells)


def _joined(cells: list[Cell], look: Look) -> str:
    shown, run, codes = "", "", ""
    for character, its_codes in cells:
        if its_codes != codes:
            shown, run = shown + look.styled(run, codes), ""
        run, codes = run + character, its_codes
    return shown + look.styled(run, codes)
