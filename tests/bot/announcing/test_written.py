"""What somebody wrote, as words and a medium that can be announced."""

from datetime import UTC, datetime

import pytest
from telegram import (
    Chat,
    Document,
    Message,
    MessageEntity,
    MessageOriginHiddenUser,
    PhotoSize,
    Sticker,
    User,
    Voice,
)

from bot.announcing.written import after_command, command_in_caption, written
from meeting.announcements import Medium, MediumKind, Text
from services.drafts import Written

WHEN = datetime(2008, 2, 11, 12, 0, tzinfo=UTC)


def message(**content: object) -> Message:
    return Message(1, WHEN, Chat(7, "private"), **content)  # type: ignore[arg-type]


def entity(kind: str, offset: int, length: int, **more: object) -> MessageEntity:
    return MessageEntity(kind, offset, length, **more)  # type: ignore[arg-type]


def test_markup_in_a_text_is_text() -> None:
    said = written(message(text="<b>18:30</b> & later"))
    assert said.text == Text("<b>18:30</b> & later", "&lt;b&gt;18:30&lt;/b&gt; &amp; later")


def test_bold_italic_and_links_are_kept() -> None:
    marks = [
        entity("bold", 0, 5),
        entity("italic", 9, 5),
        entity("text_link", 15, 3, url="https://example.org/?a=1&b=2"),
    ]
    said = written(message(text="Buses at 18:30 map", entities=marks))
    assert said.text.html == (
        '<b>Buses</b> at <i>18:30</i> <a href="https://example.org/?a=1&b=2">map</a>'
    )


@pytest.mark.parametrize(
    "mark",
    [
        entity("custom_emoji", 0, 2, custom_emoji_id="77"),
        entity("text_mention", 0, 2, user=User(7, "Ada", False)),
        entity("text_link", 0, 2, url='https://example.org/"onclick'),
        entity("hashtag", 0, 2),
    ],
    ids=lambda mark: str(mark.type),
)
def test_what_other_chats_may_not_show_comes_as_its_words(mark: MessageEntity) -> None:
    assert written(message(text="🚌 now", entities=[mark])).text == Text("🚌 now", "🚌 now")


def test_photo_and_document_go_with_their_caption() -> None:
    sizes = [PhotoSize("small", "s", 1, 1), PhotoSize("large", "l", 9, 9)]
    photo = written(message(photo=sizes, caption="A map", caption_entities=[entity("bold", 2, 3)]))
    assert photo == Written(Text("A map", "A <b>map</b>"), Medium(MediumKind.PHOTO, "large"))
    document = written(message(document=Document("file", "f", file_name="map.pdf")))
    assert document == Written(Text("", ""), Medium(MediumKind.DOCUMENT, "file", "map.pdf"))


@pytest.mark.parametrize(
    "content",
    [
        {"voice": Voice("v", "v", 1)},
        {"sticker": Sticker("s", "s", 1, 1, False, False, "regular")},
        {"photo": [PhotoSize("p", "p", 1, 1)], "media_group_id": "5"},
        {},
    ],
)
def test_what_cannot_be_announced_is_unusable(content: dict[str, object]) -> None:
    assert written(message(**content)).unusable


def test_text_behind_the_command_keeps_its_marks() -> None:
    marks = [entity("bot_command", 0, 9), entity("bold", 13, 5)]
    said = after_command(message(text="/announce 🚌 18:30 & co", entities=marks))
    assert said == Written(Text("🚌 18:30 & co", "🚌 <b>18:30</b> &amp; co"))


def test_command_in_a_caption_is_read_unless_it_is_forwarded() -> None:
    photo = [PhotoSize("p", "p", 1, 1)]
    own = message(photo=photo, caption="/Announce@meeting_bot A map")
    assert command_in_caption(own) == "announce"
    assert after_command(own) == Written(Text("A map", "A map"), Medium(MediumKind.PHOTO, "p"))
    origin = MessageOriginHiddenUser(WHEN, "Somebody")
    forwarded = message(photo=photo, caption="/announce A map", forward_origin=origin)
    assert command_in_caption(forwarded) == ""
    assert command_in_caption(message(photo=photo, caption="A map")) == ""


@pytest.mark.parametrize("text", ["/announce", "/announce@meeting_bot", "/announce  \n"])
def test_command_alone_says_nothing(text: str) -> None:
    assert after_command(message(text=text)).is_empty
