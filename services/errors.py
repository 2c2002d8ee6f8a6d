"""The errors that people can cause, each with the key of the text that tells them what to do."""


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
