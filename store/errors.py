"""What can be wrong with the store itself, each with the key of the text that tells what to do."""


class StoreError(Exception):
    """The store cannot be used; the message is one sentence for whoever runs the bot."""

    key = "store.unusable"


class StoreUnusable(StoreError):
    """The address is wrong, or what is there cannot be opened or is no database."""


class StoreFull(StoreError):
    """There is no room left on the disk; nothing of what was being written is there."""

    key = "store.full"

    def __init__(self) -> None:
        super().__init__(
            "The disk is full, so nothing was changed; make room there, then try once more."
        )


class TracesLeft(StoreError):
    """What was erased is gone, but the files of the store could not be written anew without it."""

    key = "store.traces"

    def __init__(self, why: str) -> None:
        """`why`, as the end of a sentence that begins with "but"."""
        super().__init__(
            f"What was erased is gone from the library, but {why}, so the database's files still "
            "hold traces. They go at the next start, of the bot or of any command."
        )


class StoreOutOfDate(StoreError):
    """The store was made by an earlier release and has to be brought up to date by hand."""

    key = "store.out_of_date"

    def __init__(self) -> None:
        super().__init__("The store is not up to date; run the release command: python -m store")


class StoreTooNew(StoreError):
    """The store was brought up to date by a later release; this one must leave it alone."""

    key = "store.too_new"

    def __init__(self, found: str, newest: str) -> None:
        super().__init__(
            f"The store is at revision {found}, this release knows those up to {newest}; "
            "run the newer release."
        )
