"""The nouns of notices as JSON documents and back; times with their offset."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from meeting.notices import (
    ChangedLine,
    ChangeNoun,
    ChoiceNoun,
    GroupNoun,
    MissedLine,
    MissedNoun,
    NoticeKind,
    Noun,
    Place,
    RecallNoun,
    ReminderNoun,
    RoomNoun,
    RoomWord,
)

KINDS: Mapping[type[Noun], NoticeKind] = {
    ChangeNoun: NoticeKind.CHANGE,
    ReminderNoun: NoticeKind.REMINDER,
    RoomNoun: NoticeKind.ROOM,
    GroupNoun: NoticeKind.GROUP,
    ChoiceNoun: NoticeKind.CHOICE,
    MissedNoun: NoticeKind.MISSED,
    RecallNoun: NoticeKind.RECALL,
}


def kind_of(noun: Noun) -> NoticeKind:
    """Which kind of notice says this."""
    return KINDS[type(noun)]


def noun_to_document(noun: Noun) -> dict[str, Any]:
    """Only what JSON knows: strings, numbers, lists, mappings."""
    document: dict[str, Any] = _plain(asdict(noun))
    return document


def noun_from_document(kind: NoticeKind, document: Mapping[str, Any]) -> Noun:
    """The noun that `noun_to_document` wrote down."""
    match kind:
        case NoticeKind.CHANGE:
            return ChangeNoun(document["number"], tuple(map(_line, document["lines"])))
        case NoticeKind.REMINDER:
            return ReminderNoun(document["session_id"], datetime.fromisoformat(document["starts"]))
        case NoticeKind.ROOM:
            return RoomNoun(**{**document, "word": RoomWord(document["word"])})
        case NoticeKind.GROUP:
            return GroupNoun(**document)
        case NoticeKind.CHOICE:
            return ChoiceNoun(**document)
        case NoticeKind.MISSED:
            lines = tuple(map(_missed, document["lines"]))
            return MissedNoun(datetime.fromisoformat(document["at"]), lines)
        case NoticeKind.RECALL:
            at = datetime.fromisoformat(document["published_at"])
            return RecallNoun(document["paper_id"], document["version_id"], at)


def _line(row: Mapping[str, Any]) -> ChangedLine:
    return ChangedLine(**{**row, "before": _place(row["before"]), "after": _place(row["after"])})


def _missed(row: Mapping[str, Any]) -> MissedLine:
    return MissedLine(**{**row, "starts": datetime.fromisoformat(row["starts"])})


def _place(row: Mapping[str, Any] | None) -> Place | None:
    if row is None:
        return None
    starts, ends = (datetime.fromisoformat(row[key]) for key in ("starts", "ends"))
    return Place(row["room"], starts, ends)


def _plain(value: Any) -> Any:
    match value:
        case datetime():
            return value.isoformat()
        case dict():
            return {key: _plain(each) for key, each in value.items()}
        case list() | tuple():
            return [_plain(each) for each in value]
        case _:
            return value
