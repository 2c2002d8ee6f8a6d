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
