"""Why a file is refused, in one plain sentence that says what to do next."""

from knowledge.papers import Outcome, Reading


class RefusedError(Exception):
    """The file cannot be read; carries the outcome and the sentence for the organiser."""

    def __init__(self, outcome: Outcome, reason: str) -> None:
        super().__init__(reason)
        self.outcome = outcome
        self.reason = reason

    def as_reading(self) -> Reading:
        """Give the refusal as the result of reading the file."""
        return Reading(self.outcome, self.reason)


def empty() -> RefusedError:
    """Nothing is in the file."""
    return RefusedError(
        Outcome.DAMAGED, "The file is empty; save it again where it was written and add that."
    )


def missing() -> RefusedError:
    """The file cannot be opened at all."""
    return RefusedError(
        Outcome.DAMAGED, "The file cannot be opened; check its name and permissions and try again."
    )


def damaged() -> RefusedError:
    """The bytes are of the right kind but do not hold together."""
    return RefusedError(
        Outcome.DAMAGED,
        "The file is damaged or cut short; export it again from the original and add that.",
    )


def no_pages() -> RefusedError:
    """A well-formed PDF without a page."""
    return RefusedError(
        Outcome.DAMAGED, "The file has no pages; export it again from the original and add that."
    )


def encrypted() -> RefusedError:
    """A password is needed."""
    return RefusedError(
        Outcome.ENCRYPTED,
        "The file is protected by a password; save a copy without one and add that.",
    )


def needs_ocr() -> RefusedError:
    """Pictures of text, or no text at all."""
    return RefusedError(
        Outcome.NEEDS_OCR,
        "The file holds no text that can be read, only pictures or blank pages;"
        " run text recognition (OCR) on it and add the result.",
    )


def too_big(mib: int) -> RefusedError:
    """More bytes than the limit, which is in MiB."""
    return RefusedError(
        Outcome.TOO_BIG, f"The file is bigger than {mib} MiB; make it smaller or split it."
    )


def too_many_pages(pages: int) -> RefusedError:
    """More pages than the limit."""
    return RefusedError(
        Outcome.TOO_BIG, f"The file has more than {pages:,} pages; split it into smaller files."
    )


def unpacks_too_big() -> RefusedError:
    """A zip container that would unpack to far more than it weighs."""
    return RefusedError(
        Outcome.TOO_BIG,
        "The file unpacks to far more than a document needs;"
        " save it again where it was written and add that.",
    )


def too_slow(seconds: float) -> RefusedError:
    """Reading passed the time limit, in seconds."""
    return RefusedError(
        Outcome.TOO_BIG,
        f"Reading the file took longer than {seconds:g} seconds; split it into smaller files.",
    )


def too_much_memory() -> RefusedError:
    """Reading passed the memory limit."""
    return RefusedError(
        Outcome.TOO_BIG, "Reading the file needs too much memory; split it into smaller files."
    )


def too_much_text() -> RefusedError:
    """More text than anybody can search at once."""
    return RefusedError(
        Outcome.TOO_BIG,
        "The file holds more text than can be taken in; split it into smaller files.",
    )


def unknown_kind(suffix: str) -> RefusedError:
    """A file kind that nobody reads here."""
    name = f"Files that end in {suffix}" if suffix else "Files without an ending"
    return RefusedError(
        Outcome.UNSUPPORTED,
        f"{name} cannot be read; save it as PDF, DOCX, PPTX, HTML, Markdown or plain text.",
    )


def not_what_it_says(says: str, holds: str) -> RefusedError:
    """The name promises one kind, the bytes are another."""
    return RefusedError(
        Outcome.UNSUPPORTED,
        f"The file's name says it is {says}, but it holds {holds};"
        " save it as what its name says and add that.",
    )
