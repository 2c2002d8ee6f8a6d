"""What the lines typed in the chat do, and what is shown of what the bot does."""

import asyncio
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from rehearsal.chat.rendering import Look, clean, draw, preview, said
from rehearsal.chat.roster import Character, find, in_language, read_choice
from rehearsal.chat.trouble import make_trouble
from rehearsal.client import Rehearsal
from rehearsal.errors import ControlError
from rehearsal.files import DOWNLOAD_LIMIT
from rehearsal.phone import ChatEvent, Phone
from rehearsal.screen import ScreenMessage

_RECENT = 4
Show = Callable[[str], None]


@dataclass(slots=True)
class Conversation:
    """The people one can be, who one is, and their phones.

    ``show`` prints a block of text; ``downloads`` is where the bot's documents are saved;
    ``codes`` are those of the invitation links, by the key of their person.
    """

    rehearsal: Rehearsal
    roster: list[Character]
    look: Look
    show: Show
    downloads: Path
    codes: Mapping[str, str] = field(default_factory=dict)
    current: Character = field(init=False)
    _phones: dict[int, Phone] = field(default_factory=dict)
    _drawn: dict[int, int] = field(default_factory=dict)

    @property
    def phone(self) -> Phone:
        return self._phones[self.current.user_id]

    async def become(self, character: Character) -> None:
        """Takes a person's phone; the first time, it opens their link, or presses /start."""
        self.current = character
        known = character.user_id in self._phones
        self._phones[character.user_id] = await self.rehearsal.person(
            character.first_name,
            character.last_name,
            language_code=character.language,
            user_id=character.user_id,
        )
        if not known:
            await self.phone.say(f"/start {self.codes.get(character.key, '')}".rstrip())

    async def take(self, line: str) -> bool:
        """Does what a line says. Returns whether the bot is expected to react."""
        typed = line.strip()
        command, _, rest = typed.partition(" ")
        try:
            if command == "/as":
                return await self._switch(rest)
            if command == "/who":
                return self._list_people()
            if command == "/send":
                return await self._send_file(rest.strip())
            if said := await make_trouble(self.rehearsal, self.phone, command, rest):
                self.show(said)
                return False
            if re.fullmatch(r"\d{1,3}", typed):
                return await self._press_number(int(typed))
            if typed:
                await self.phone.say(typed)
            return bool(typed)
        except ControlError as error:
            self.show(str(error))
            return False

    async def display(self, event: ChatEvent) -> None:
        """Shows what the bot did; of other people's chats only that something came."""
        if event.chat_id != self.current.user_id:
            self._display_elsewhere(event)
        elif event.kind == "answer" and event.text:
            self.show(self.look.styled(f"  ⓘ {clean(event.text)}", "33"))
        elif event.message and event.kind == "deleted":
            self.show(self.look.styled(f"  ✗ deleted: {preview(event.message.text)}", "2"))
        elif event.message and event.kind in ("message", "edited"):
            self._draw(event.message, await self._save(event.message))

    async def _switch(self, typed: str) -> bool:
        name, language = read_choice(typed)
        if not name:
            self.show("Whose phone? /as NAME, for instance /as " + self.roster[0].first_name)
            return False
        found = find(self.roster, name)
        if len(found) > 1:
            self.show("Which one? " + ", ".join(each.name for each in found))
            return False
        character = in_language(found[0] if found else Character(name), language)
        self.roster = [c for c in self.roster if c.user_id != character.user_id] + [character]
        is_new = character.user_id not in self._phones
        await self.become(character)
        await self._show_recent(is_new)
        return is_new

    async def _show_recent(self, is_new: bool) -> None:
        organisation = f", {self.current.organisation}" if self.current.organisation else ""
        self.show(f"You are {self.current.name}{organisation} ({self.current.language}).")
        if is_new:
            return
        for message in [m for m in await self.phone.messages() if not m.deleted][-_RECENT:]:
            if message.from_bot:
                self._draw(message)
            else:
                self.show(said(message, self.current.first_name, self.look))

    def _list_people(self) -> bool:
        for each in sorted(self.roster, key=lambda character: character.name):
            here = "▶" if each.user_id == self.current.user_id else " "
            organisation = f", {each.organisation}" if each.organisation else ""
            self.show(f"{here} {each.name}{organisation} ({each.language})")
        return False

    async def _send_file(self, typed: str) -> bool:
        try:
            content = await asyncio.to_thread(_read, typed)
        except (OSError, RuntimeError):
            self.show(f"There is no file to read at {typed or 'that path'}: /send PATH")
            return False
        await self.phone.send_document(content, Path(typed).name)
        return True

    async def _press_number(self, number: int) -> bool:
        """Presses a button of the message that was drawn last with any, which one that was edited
        may be; without one the number is a text."""
        there = [m for m in await self.phone.messages() if m.from_bot and not m.deleted]
        drawn = self._drawn.get(self.current.user_id)
        there.sort(key=lambda m: m.message_id == drawn)  # that one last, the others as they are
        message = next((m for m in reversed(there) if m.buttons), None)
        if message is None:
            await self.phone.say(str(number))
            return True
        if not 1 <= number <= len(message.buttons):
            self.show(f"There is no button {number}; there are {len(message.buttons)}.")
            return False
        button = message.buttons[number - 1]
        if button.url:
            self.show(f"  {clean(button.label)}: {clean(button.url)}")
            return False
        # The answer is not waited for: it is shown as an event, like everything else.
        await self.phone.press(message, callback_data=button.callback_data, timeout=0)
        return True

    def _draw(self, message: ScreenMessage, saved: str = "") -> None:
        if message.buttons:
            self._drawn[self.current.user_id] = message.message_id
        self.show(draw(message, self.look, saved))

    def _display_elsewhere(self, event: ChatEvent) -> None:
        name = next((c.name for c in self.roster if c.user_id == event.chat_id), "somebody else")
        if event.kind == "message":
            self.show(self.look.styled(f"  (a new message for {name})", "2"))

    async def _save(self, message: ScreenMessage) -> str:
        if message.document is None:
            return ""
        if message.document.size > DOWNLOAD_LIMIT:
            return "too big to save here"
        content = await self.rehearsal.file(message.document.file_id)
        # The name is the bot's word, and must not lead out of the folder.
        name = clean(Path(message.document.name).name) or "file"
        path = self.downloads / name
        await asyncio.to_thread(_write, path, content)
        return str(path)


def _read(typed: str) -> bytes:
    return Path(typed).expanduser().read_bytes()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
