"""The errors that people can cause, each with the key of the text that tells them what to do."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from meeting.groups.model import Short
    from services.draft_views import DraftView
    from services.groups_view import BlockView
    from services.hosted_rooms import RoomView
    from services.paper_drafts import PaperDraft


class AttacheError(Exception):
    """Something a person can mend; `key` names the text in bot/texts that says how."""

    key = "errors.unexpected"


class ConfigError(AttacheError):
    """A setting is missing, unknown or not allowed here; the message says which and what to do."""

    key = "errors.config"


class NoPapers(AttacheError):
    """There is no published paper that this person may see."""

    key = "ask.no_papers"


class NotThere(AttacheError):
    """The thing asked for does not exist, or is not for this person: both read the same."""

    key = "errors.not_there"


class UnknownKey(AttacheError):
    """Nobody on the list of participants has this key."""

    key = "people.unknown"

    def __init__(self, key: str) -> None:
        super().__init__(f"Nobody on the list has the key {key}; `python -m bot roles` shows all.")


class LastOrganiser(AttacheError):
    """A meeting without an organiser could not make another one."""

    key = "roles.last_organiser"

    def __init__(self) -> None:
        super().__init__("This is the last organiser; make somebody else organiser first.")


class NotOpened(AttacheError):
    """Somebody has not opened their invitation, so there is no chat to ask them in."""

    key = "roles.not_opened"


class OwnLinkFirst(AttacheError):
    """The first organiser is let in without a link; who offers a role has to be on the list."""

    key = "roles.own_link_first"


class OfferVoid(AttacheError):
    """A role was offered too long ago, or by somebody who may no longer give it."""

    key = "roles.void"


class NothingOfYours(NotThere):
    """Somebody's own day has no session."""

    key = "calendar.none"


class DraftGone(AttacheError):
    """A draft was sent, thrown away, or replaced by a newer one."""

    key = "announce.gone"


class TooLong(AttacheError):
    """A text is longer than Telegram takes; `length` and `limit` are in UTF-16 units."""

    key = "announce.too_long"

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(f"{length} of {limit} UTF-16 units")
        self.length, self.limit = length, limit


class NothingToSend(AttacheError):
    """There is nothing in a message that could be announced, or nothing new in a correction."""

    key = "announce.nothing"


class MediumStays(AttacheError):
    """A correction and a translation change the words, never the picture or file."""

    key = "announce.medium_stays"


class NobodyChosen(AttacheError):
    """An announcement is for nobody, or nobody has said yet whom it is for."""

    key = "announce.nobody"


class TimeUnclear(AttacheError):
    """No moment can be read from what somebody wrote."""

    key = "announce.time_unclear"


class TimePast(AttacheError):
    """The time to send something at is over."""

    key = "announce.time_past"


class TimeSkipped(AttacheError):
    """The clocks are put forward over this time: it never comes."""

    key = "announce.time_skipped"


class AgendaDraftGone(AttacheError):
    """A draft of the agenda was released, discarded, or replaced by another one."""

    key = "release.gone"


class DraftMoved(AttacheError):
    """A draft of the agenda is not what was looked at: it was changed, or somebody else released
    meanwhile and it stands on their version now. `view` is what it is now."""

    key = "release.moved"

    def __init__(self, view: "DraftView") -> None:
        super().__init__(f"revision {view.draft.revision} on version {view.draft.base}")
        self.view = view


class AskTwice(AttacheError):
    """All sessions would be dropped; `count` of them. Nobody should do that by one tap."""

    key = "release.ask_twice"

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} sessions")
        self.count = count


class NothingChanges(AttacheError):
    """The agenda would be what it is."""

    key = "release.nothing"


class GroupsMoved(AttacheError):
    """Groups are not as they were looked at: somebody else changed or released them, or agenda or
    list changed. `view` is what they are now."""

    key = "groups.moved"

    def __init__(self, view: "BlockView") -> None:
        super().__init__(f"block {view.block.name}")
        self.view = view


class SeatsShort(AttacheError):
    """Nobody can be placed, for want of seats; `short` says which."""

    key = "groups.short"

    def __init__(self, view: "BlockView", short: "Short") -> None:
        super().__init__(f"block {view.block.name}: {short.missing} seats")
        self.view, self.short = view, short


class NotHost(NotThere):
    """The agenda does not name this person as the host of that room; there may be no such room:
    both read the same."""

    key = "host.not_host"


class RoomMovedOn(AttacheError):
    """What a host would change or say is not so any more: the session is over, elsewhere, or has
    changed. `view` is the room as it is now."""

    key = "host.moved_on"

    def __init__(self, view: "RoomView") -> None:
        super().__init__(f"room {view.room.room_id}")
        self.view = view


class NobodyNext(AttacheError):
    """Nothing more is in a room today, so nobody waits for its session to end."""

    key = "host.nobody_next"


class PaperDraftGone(AttacheError):
    """A version that waits to be published does not wait any more, or never did for this person."""

    key = "paper.gone"


class PaperMoved(AttacheError):
    """Another version was published since somebody looked at what this one changes. `view` is what
    it changes now."""

    key = "paper.moved"

    def __init__(self, view: "PaperDraft") -> None:
        super().__init__("Another version was published meanwhile; look once more what changes.")
        self.view = view


class NotVerified(AttacheError):
    """Not every passage of a version can be found, so it was not published."""

    key = "paper.not_verified"


class NoRoom(AttacheError):
    """The disk is full; nothing was changed."""

    key = "paper.no_room"
