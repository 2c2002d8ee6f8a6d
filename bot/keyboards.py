"""Buttons and the data behind them, pure; `PREFIX:parameter`, at most 64 bytes."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.render import superscript
from bot.wording import Wording, Words
from services.config import Suggestion
from services.papers import PaperLine

TRY, PASSAGE, PAPER, PAPERS, LANGUAGE = "try", "passage", "paper", "papers", "language"
REMIND, RECALL = "remind", "recall"
ON, OFF = "on", "off"
PAPERS_SHOWN = 8  # on one page of /papers
NEAREST = 0  # the number of the passage that is shown where there is no citation
LABEL_CHARACTERS = 48


def suggestions(words: Words, items: Sequence[Suggestion]) -> InlineKeyboardMarkup:
    """One button for each question to try."""
    return InlineKeyboardMarkup(
        [_row(item.label(words.language), TRY, index) for index, item in enumerate(items)]
    )


def sources(words: Words, question_id: int, numbers: Sequence[int]) -> InlineKeyboardMarkup:
    """[Show passage], one for each citation."""
    if len(numbers) == 1:
        label = words.plain("buttons.show_passage")
        return InlineKeyboardMarkup([_row(label, PASSAGE, question_id, numbers[0])])
    return InlineKeyboardMarkup(
        [
            _row(
                words.plain("buttons.show_passage_number", number=superscript(number)),
                PASSAGE,
                question_id,
                number,
            )
            for number in numbers
        ]
    )


def nearest(words: Words, question_id: int) -> InlineKeyboardMarkup:
    """[Show it]: the nearest passage of a question that the papers do not answer."""
    label = words.plain("buttons.show_nearest")
    return InlineKeyboardMarkup([_row(label, PASSAGE, question_id, NEAREST)])


def paper(words: Words, version_id: int) -> InlineKeyboardMarkup:
    """[The paper], below one of its passages."""
    return InlineKeyboardMarkup([_row(words.plain("buttons.the_paper"), PAPER, version_id)])


def papers(words: Words, lines: Sequence[PaperLine], first: int) -> InlineKeyboardMarkup:
    """A button for each paper from `first` on, and the way to the other pages."""
    shown = lines[first : first + PAPERS_SHOWN]
    rows = [
        _row(f"{first + i + 1}. {line.title}", PAPER, line.version_id)
        for i, line in enumerate(shown)
    ]
    turn: list[InlineKeyboardButton] = []
    if first > 0:
        turn += _row(words.plain("buttons.back"), PAPERS, max(0, first - PAPERS_SHOWN))
    if first + PAPERS_SHOWN < len(lines):
        turn += _row(words.plain("buttons.more"), PAPERS, first + PAPERS_SHOWN)
    return InlineKeyboardMarkup([*rows, turn] if turn else rows)


def settings(
    words: Words,
    wording: Wording,
    choices: Sequence[int],
    chosen: int | None,
    recall: bool | None,
) -> InlineKeyboardMarkup:
    """A button for each language, in that language, and one that follows Telegram; below, in one
    row, how many minutes before a session to be reminded, the chosen one marked; and whether to be
    told of answers that have changed, None where nobody can be."""
    rows = [
        _row(each.plain("language.name").capitalize(), LANGUAGE, each.language)
        for each in wording.languages
    ]
    follow = _row(words.plain("settings.follow"), LANGUAGE, "")
    minutes = [_remind(words, choice, chosen) for choice in choices]
    told = [] if recall is None else [_recall(words, recall)]
    below = [row for row in (minutes, told) if row]
    return InlineKeyboardMarkup([*rows, follow, *below])


def button(label: str, prefix: str, *parameters: object) -> InlineKeyboardButton:
    """One button; a long label is cut."""
    short = label if len(label) <= LABEL_CHARACTERS else label[: LABEL_CHARACTERS - 1] + "…"
    data = ":".join([prefix, *(str(parameter) for parameter in parameters)])
    return InlineKeyboardButton(short, callback_data=data)


def _remind(words: Words, minutes: int, chosen: int | None) -> InlineKeyboardButton:
    label = str(minutes) if minutes else words.plain("settings.off")
    return button(f"✓ {label}" if minutes == chosen else label, REMIND, minutes)


def _recall(words: Words, wanted: bool) -> InlineKeyboardButton:
    label = words.plain("settings.recall")
    return button(f"✓ {label}" if wanted else label, RECALL, OFF if wanted else ON)


def _row(label: str, prefix: str, *parameters: object) -> list[InlineKeyboardButton]:
    return [button(label, prefix, *parameters)]
