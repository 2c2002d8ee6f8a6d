"""What somebody writes for others and has not sent yet, and what one more message adds; pure."""

from dataclasses import dataclass, replace
from enum import StrEnum

from meeting.announcements import Medium, Message, Text
from meeting.audience import Audience
from meeting.delivery import Urgency

EVERYONE = Audience()


class Awaited(StrEnum):
    """What the author's next message is taken for."""

    TEXT = "text"
    TRANSLATION = "translation"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Draft:
    """An announcement that is being written in a private chat; `draft_id` is in its buttons.

    `awaited` is None where the author's next message is none of its business; `language` is the
    one of the translation awaited. `corrects` is the announcement that this will correct.
    `audience_is_chosen`: the author has said for whom it is, if only "everyone".
    """

    draft_id: int
    chat_id: int
    message: Message | None = None
    audience: Audience = EVERYONE
    urgency: Urgency = Urgency.ROUTINE
    awaited: Awaited | None = Awaited.TEXT
    language: str | None = None
    corrects: int | None = None
    audience_is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """What came in a message of the author; `unusable`: a voice note, a sticker, an album and
    whatever else cannot be announced."""

    text: Text
    medium: Medium | None = None
    unusable: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to announce in it."""
        return self.unusable or not (self.medium or self.text.plain.strip())


def written_anew(draft: Draft, written: Written, language: str) -> Message:
    """The message with this as its first text. Translations of an earlier one are gone: nobody is
    to be told in French what no longer holds. A correction keeps its picture or file."""
    kept = draft.message.medium if draft.message and draft.corrects else None
    return Message({language: written.text}, written.medium or kept)


def translated(draft: Draft, written: Written) -> Message | None:
    """The message with the translation that was awaited; None where there is nothing to add to."""
    if draft.message is None or draft.language is None:
        return None
    return replace(draft.message, texts={**draft.message.texts, draft.language: written.text})


def without_translation(message: Message, language: str) -> Message:
    """The message without one of its texts; the first one stays."""
    first = next(iter(message.texts))
    texts = message.texts.items()
    kept = {code: text for code, text in texts if code == first or code != language}
    return replace(message, texts=kept)
