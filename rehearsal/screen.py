"""Messages as a phone shows them: what the client hands to tests and to the terminal chat."""

from dataclasses import dataclass

from rehearsal.formatted import utf16_slice
from rehearsal.shapes import JsonObject, as_integer, as_list, as_object, as_objects, as_text

_KINDS = ("document", "photo", "voice", "sticker", "venue", "location")


@dataclass(frozen=True, slots=True)
class Button:
    """An inline button; ``callback_data`` or ``url`` is empty where it has the other."""

    label: str
    callback_data: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A formatted stretch of the text; offset and length in UTF-16 units.

    ``type`` is Telegram's entity type; ``url`` is where a text_link leads.
    """

    type: str
    offset: int
    length: int
    url: str = ""

    def api_form(self) -> JsonObject:
        form: JsonObject = {"type": self.type, "offset": self.offset, "length": self.length}
        return form | ({"url": self.url} if self.url else {})


@dataclass(frozen=True, slots=True)
class Document:
    """A file in a message; ``size`` in bytes."""

    file_id: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class ScreenMessage:
    """One message in a chat. ``text`` is the caption where there is a file.

    ``kind`` is text, document, photo, voice, sticker, location, venue or service; ``earlier`` the
    texts that it had before it was edited, oldest first; ``date`` Unix time in seconds;
    ``silent`` whether it came without a sound; ``protected`` whether it cannot be forwarded.
    """

    message_id: int
    chat_id: int
    from_bot: bool
    sender: str
    date: int
    kind: str
    text: str
    marks: tuple[Mark, ...]
    rows: tuple[tuple[Button, ...], ...]
    document: Document | None
    reply_to: int | None
    reply_to_text: str
    edited: bool
    deleted: bool
    earlier: tuple[str, ...]
    silent: bool = False
    protected: bool = False

    @property
    def buttons(self) -> tuple[Button, ...]:
        """All inline buttons, row by row."""
        return tuple(button for row in self.rows for button in row)

    @property
    def labels(self) -> list[str]:
        return [button.label for button in self.buttons]

    def marked(self, kind: str) -> list[str]:
        """The parts of the text that are bold, italic, blockquote, ..."""
        found = (mark for mark in self.marks if mark.type == kind)
        return [utf16_slice(self.text, mark.offset, mark.length) for mark in found]


def read_message(form: JsonObject) -> ScreenMessage:
    """Reads a message of the control interface."""
    words = "text" if "text" in form else "caption"
    marks = "entities" if "text" in form else "caption_entities"
    reply = as_object(form.get("reply_to_message"))
    keyboard = as_object(form.get("keyboard"))
    return ScreenMessage(
        message_id=as_integer(form["message_id"]),
        chat_id=as_integer(as_object(form["chat"])["id"]),
        from_bot=form["from_bot"] is True,
        sender=as_text(as_object(form.get("from")).get("first_name")),
        date=as_integer(form["date"]),
        kind=_kind(form),
        text=as_text(form.get(words)),
        marks=tuple(_mark(each) for each in as_objects(form.get(marks))),
        rows=tuple(_row(row) for row in as_list(keyboard.get("inline_keyboard"))),
        document=_document(form),
        reply_to=as_integer(reply.get("message_id")) or None,
        reply_to_text=as_text(reply.get("text") or reply.get("caption")),
        edited="edit_date" in form,
        deleted=form["deleted"] is True,
        earlier=tuple(_words(each) for each in as_objects(form["earlier"])),
        silent=form["silent"] is True,
        protected=form.get("has_protected_content") is True,
    )


def _kind(form: JsonObject) -> str:
    if "text" in form:
        return "text"
    return next((kind for kind in _KINDS if kind in form), "service")


def _words(content: JsonObject) -> str:
    return as_text(content.get("text") or content.get("caption"))


def _mark(form: JsonObject) -> Mark:
    offset, length = as_integer(form["offset"]), as_integer(form["length"])
    return Mark(as_text(form["type"]), offset, length, as_text(form.get("url")))


def _row(row: object) -> tuple[Button, ...]:
    return tuple(
        Button(as_text(each["text"]), as_text(each.get("callback_data")), as_text(each.get("url")))
        for each in as_objects(row)
    )


def _document(form: JsonObject) -> Document | None:
    given = as_object(form.get("document"))
    if not given:
        return None
    name = as_text(given.get("file_name")) or "file"
    return Document(as_text(given["file_id"]), name, as_integer(given["file_size"]))
