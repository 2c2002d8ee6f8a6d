"""Messages and audiences as JSON documents and back; texts in their order, for the first serves
whoever speaks none of the languages."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from meeting.announcements import Medium, MediumKind, Message, Text
from meeting.audience import Audience, Kind


def message_to_document(message: Message) -> dict[str, Any]:
    """Only what JSON knows: strings, lists, mappings."""
    texts = [{"language": code} | asdict(text) for code, text in message.texts.items()]
    return {"texts": texts, "medium": asdict(message.medium) if message.medium else None}


def message_from_document(document: Mapping[str, Any]) -> Message:
    """The message that `message_to_document` wrote down."""
    texts = {row["language"]: Text(row["plain"], row["html"]) for row in document["texts"]}
    medium = document["medium"]
    return Message(texts, _medium(medium) if medium else None)


def audience_to_document(audience: Audience) -> dict[str, Any]:
    """Only what JSON knows: the chosen kinds and values, in the order in which they were chosen."""
    return {"chosen": [[str(kind), value] for kind, value in audience.chosen]}


def audience_from_document(document: Mapping[str, Any]) -> Audience:
    """The audience that `audience_to_document` wrote down."""
    return Audience(tuple((Kind(kind), value) for kind, value in document["chosen"]))


def _medium(document: Mapping[str, Any]) -> Medium:
    return Medium(MediumKind(document["kind"]), document["file_id"], document["name"])
