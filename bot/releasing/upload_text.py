"""What is said of a file that was sent as a new agenda, as Telegram HTML; pure."""

from collections.abc import Sequence

from bot.agenda_text import shortened
from bot.render import LONGEST, escape, units
from bot.wording import Words
from meeting.formats.problems import Problem, Severity
from meeting.release_warnings import PersonClash, RoomClash
from services.agenda_drafts import Uploaded

MOST_BYTES = 20 * 1024 * 1024  # core.telegram.org/bots/api#getfile
PROBLEMS_SHOWN = 12
NOTES_SHOWN = 3
FILE_CHARACTERS, PROBLEM_CHARACTERS = 60, 300


def refused(words: Words, uploaded: Uploaded, file_name: str) -> str:
    """A file with errors: each with its row, and that nothing has changed."""
    errors = [each for each in uploaded.problems if is_error(each)]
    head = words("upload.refused", file=shortened(file_name, FILE_CHARACTERS))
    return _fitted(words, head, errors, words("upload.mend"))


def read(words: Words, uploaded: Uploaded) -> str:
    """Above the draft: how many sessions were read, and what was odd in the file."""
    key = "upload.read_one" if uploaded.sessions == 1 else "upload.read"
    odd = [
        each for each in uploaded.problems if not is_error(each) and not _is_told(each, uploaded)
    ]
    notes = [f"<i>{escape(shortened(n, PROBLEM_CHARACTERS))}</i>" for n in uploaded.notes]
    lines = [words(key, count=uploaded.sessions), *notes[:NOTES_SHOWN]]
    if odd:
        lines += [words("upload.odd"), *_lines(odd[:NOTES_SHOWN])]
    if len(odd) > NOTES_SHOWN:
        lines.append(words("upload.more", count=len(odd) - NOTES_SHOWN))
    return "\n".join(lines)


def unchanged(words: Words, uploaded: Uploaded, number: int) -> str:
    """A file that says what the version of this number says already."""
    return "\n".join([read(words, uploaded), words("upload.unchanged", number=number)])


def is_error(problem: Problem) -> bool:
    """Whether it keeps the file from being used."""
    return problem.severity is Severity.ERROR


def _is_told(problem: Problem, uploaded: Uploaded) -> bool:
    """Whether the draft names the same clash among its warnings, in the reader's language."""
    warnings = uploaded.view.warnings if uploaded.view else ()
    clashes = [each for each in warnings if isinstance(each, (RoomClash, PersonClash))]
    return any(
        each.first.title in problem.message and each.second.title in problem.message
        for each in clashes
    )


def _fitted(words: Words, head: str, problems: Sequence[Problem], tail: str) -> str:
    for shown in range(min(PROBLEMS_SHOWN, len(problems)), -1, -1):
        left_out = len(problems) - shown
        more = [words("upload.more", count=left_out)] if left_out else []
        text = "\n".join([head, *_lines(problems[:shown]), *more, "", tail])
        if units(text) <= LONGEST:
            break
    return text


def _lines(problems: Sequence[Problem]) -> list[str]:
    return [f"• {_where(each)}{_said(each)}" for each in problems]


def _where(problem: Problem) -> str:
    return f"<b>{escape(problem.row)}</b>: " if problem.row else ""


def _said(problem: Problem) -> str:
    return escape(shortened(problem.message, PROBLEM_CHARACTERS))
