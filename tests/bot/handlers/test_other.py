"""What is not a written question: a polite sentence that says what the bot can do."""

import struct
import zlib

from rehearsal.phone import Phone
from tests.stage import Stage


def png() -> bytes:
    """One grey pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    body = zlib.compress(b"\x00\x80")
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


async def reply_to(phone: Phone) -> str:
    return (await phone.next_message()).text


async def test_each_kind_of_message_gets_its_sentence(stage: Stage) -> None:
    phone = await stage.person()
    await phone.send_voice()
    assert await reply_to(phone) == ("I can’t listen yet. Write it in a few words, and I’ll look.")
    await phone.send_sticker()
    assert (await reply_to(phone)).startswith("That made me smile.")
    await phone.send_photo(png())
    assert (await reply_to(phone)).startswith("I can’t look at pictures yet.")
    await phone.send_document(b"hello", "notes.txt")
    assert (await reply_to(phone)).startswith("I can’t read files that you send me yet.")
    await phone.forward("How big is the hall?", "Somebody")
    assert (await reply_to(phone)).startswith("I leave forwarded messages alone.")
    await phone.send_location(59.9, 10.7)
    assert (await reply_to(phone)).startswith("I only understand written questions.")
    assert stage.library.asked == []


async def test_unknown_command_points_to_help(stage: Stage) -> None:
    phone = await stage.person()
    await phone.say("/frobnicate now")
    assert await reply_to(phone) == (
        "I don’t know that command. Ask me in your own words, or see /help."
    )


async def test_button_of_an_older_bot_is_explained(stage: Stage) -> None:
    phone = await stage.person()
    await phone.say("/start")
    await phone.next_message()
    answer = await phone.press(await stage.send_button(phone, "gone:1"), "Old")
    assert answer is not None
    assert answer.text == "This button is from an older message. Ask again, and I’ll look."
