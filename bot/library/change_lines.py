"""What a new version changes in a paper, one line of Telegram HTML for each passage; pure."""

from collections.abc import Sequence

from bot.agenda_text import shortened
from bot.library.differing import around, stretches
from bot.render import escape
from bot.wording import Words
from knowledge.papers import Passage
from knowledge.versions import ChangeKind, PassageChange

STRETCH_CHARACTERS = 90  # of what differs, in the old and in the new text
CONTEXT_CHARACTERS = 120  # around a number that changed
TEXT_CHARACTERS = 240  # of a passage that is new or gone
NUMBERS_TOLD = 3  # of one passage; the others are behind [The paper]
NUMBER_CHARACTERS = 40


def change_line(words: Words, change: PassageChange) -> str:
    """A line by itself: “¶ 12: four → five (“… covers five cases …”)”, “New, ¶ 14: “…””."""
    key = {ChangeKind.ADDED: "paper.line_added", ChangeKind.REMOVED: "paper.line_removed"}.get(
        change.kind, "paper.line_changed"
    )
    return words(key, place=_place_of(words, change)) + " " + what(words, change)


def example(words: Words, change: PassageChange) -> str:
    """The same below a heading that says whether it is new, changed or gone."""
    return words("paper.line_changed", place=_place_of(words, change)) + " " + what(words, change)


def what(words: Words, change: PassageChange) -> str:
    """The numbers that changed, else the words in which the texts differ, or the whole text."""
    before, after = change.before, change.after
    if change.numbers:
        old, new = change.numbers[0]
        context = (after.text, new) if after else (before.text if before else "", old)
        return _numbers(words, change.numbers, *context)
    if before is None or after is None:
        passage = after or before
        return _quoted(words, passage.text if passage else "", TEXT_CHARACTERS)
    old, new = stretches(before.text, after.text, STRETCH_CHARACTERS)
    return words("paper.differs", before=old, after=new)


def place(words: Words, passage: Passage) -> str:
    """¶ 12, p. 5; the page as the paper itself calls it. Plain."""
    if passage.paragraph is None:
        return words.plain("paper.front_page")
    page = passage.page_label or passage.page
    if page is None:
        return words.plain("paper.paragraph", paragraph=passage.paragraph)
    return words.plain("paper.paragraph_page", paragraph=passage.paragraph, page=page)


def _place_of(words: Words, change: PassageChange) -> str:
    passage = change.after or change.before
    return place(words, passage) if passage else ""


def _numbers(words: Words, numbers: Sequence[tuple[str, str]], text: str, first: str) -> str:
    """The numbers, and the words of the text around the first of them."""
    told = ", ".join(
        words("paper.number", before=_short(old), after=_short(new))
        for old, new in numbers[:NUMBERS_TOLD]
    )
    context = around(text, first, CONTEXT_CHARACTERS)
    return f"{told} ({_quoted(words, context, CONTEXT_CHARACTERS)})"


def _short(number: str) -> str:
    return shortened(number, NUMBER_CHARACTERS)


def _quoted(words: Words, text: str, most: int) -> str:
    said = shortened(" ".join(text.split()), most)
    return escape(words.texts["ask.quoted"].format(text=said))
