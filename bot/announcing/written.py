"""What somebody wrote or forwarded, as words and a medium that can be announced; pure."""

import re
from collections.abc import Sequence

from telegram import Message, MessageEntity

from meeting.announcements import Medium, MediumKind, Text
from services.drafts import Written

# What is kept of how a text looks. Emoji of one's own, and people who are mentioned by name, come
# out as the words they are: other chats may not show them.
KEPT = frozenset(
    {
        MessageEntity.BOLD,
        MessageEntity.ITALIC,
        MessageEntity.UNDERLINE,
        MessageEntity.STRIKETHROUGH,
        MessageEntity.SPOILER,
        MessageEntity.CODE,
        MessageEntity.PRE,
        MessageEntity.BLOCKQUOTE,
        MessageEntity.EXPANDABLE_BLOCKQUOTE,
        MessageEntity.TEXT_LINK,
    }
)
UNQUOTED = re.compile(r"[\"<>]")  # in an address, it would end the tag
COMMAND = re.compile(r"/(\w*)\S*\s*")


def written(message: Message) -> Written:
    """A message of the author; `unusable` where it is neither text, photo nor file."""
    medium = _medium(message)
    if message.text is not None:
        return Written(_text(message, message.text, message.entities))
    if medium is None or message.media_group_id is not None:
        return Written(Text("", ""), unusable=True)
    return Written(_text(message, message.caption or "", message.caption_entities), medium)


def after_command(message: Message) -> Written:
    """What follows the command that a message or caption begins with; empty where nothing does."""
    text = message.text or message.caption or ""
    found = COMMAND.match(text)
    cut = found.end() if found else 0
    # Commands and white space take one UTF-16 unit for each character.
    entities = message.entities or message.caption_entities
    shifted = [_shifted(each, cut) for each in entities if each.offset >= cut]
    return Written(_text(message, text[cut:], shifted), _medium(message))


def command_in_caption(message: Message) -> str:
    """The command below a photo or file, such as "announce"; empty where it is forwarded."""
    found = COMMAND.match(message.caption or "")
    return found[1].lower() if found and message.forward_origin is None else ""


def _medium(message: Message) -> Medium | None:
    if message.photo:
        return Medium(MediumKind.PHOTO, message.photo[-1].file_id)
    document = message.document
    if document is None or message.animation is not None:
        return None
    return Medium(MediumKind.DOCUMENT, document.file_id, document.file_name or "")


def _text(message: Message, text: str, entities: Sequence[MessageEntity]) -> Text:
    kept = [each for each in entities if _is_kept(each)]
    plain = text.strip()
    marked = Message(message.message_id, message.date, message.chat, text=text, entities=kept)
    return Text(plain, marked.text_html.strip() if plain else "")


def _is_kept(entity: MessageEntity) -> bool:
    return entity.type in KEPT and not UNQUOTED.search(f"{entity.url or ''}{entity.language or ''}")


def _shifted(entity: MessageEntity, cut: int) -> MessageEntity:
    return MessageEntity(
        entity.type, entity.offset - cut, entity.length, url=entity.url, language=entity.language
    )
