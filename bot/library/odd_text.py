"""What is odd in a paper that was read, for its editor, one line each; Telegram HTML, pure."""

from collections.abc import Mapping, Sequence

from bot.agenda_text import shortened
from bot.wording import Words
from knowledge.papers import ReadingWarning, WarningKind

SHOWN = 3  # of one kind; the others are counted
PAGES_SHOWN = 12
DETAIL_CHARACTERS = 120
# With the place, and without where the file has no pages.
LINES: Mapping[WarningKind, tuple[str, str]] = {
    WarningKind.HIDDEN: ("paper.hidden_on", "paper.hidden"),
    WarningKind.ODD: ("paper.odd_on", "paper.odd"),
    WarningKind.INSTRUCTION: ("paper.instruction_on", "paper.instruction"),
    WarningKind.REPEATED: ("paper.repeated_on", "paper.repeated"),
}
KINDS = (
    WarningKind.INSTRUCTION,
    WarningKind.HIDDEN,
    WarningKind.ODD,
    WarningKind.REPEATED,
)


def odd_lines(words: Words, warnings: Sequence[ReadingWarning], most: int = SHOWN) -> list[str]:
    """Words to a machine first, pages without text last; at most so many of each kind, the others
    counted. “Nothing odd in the file.” where there are none."""
    lines = [
        line
        for kind in KINDS
        for line in _of_kind(words, [each for each in warnings if each.kind is kind], most)
    ]
    empty = [each for each in warnings if each.kind is WarningKind.NO_TEXT]
    if empty:
        lines.append(_empty(words, [each.page for each in empty if each.page is not None]))
    return lines or [words("paper.nothing_odd")]


def is_cut(warnings: Sequence[ReadingWarning]) -> bool:
    """Whether some of a kind are only counted."""
    counts = [sum(each.kind is kind for each in warnings) for kind in LINES]
    return max(counts) > SHOWN


def page_list(pages: Sequence[int]) -> str:
    """3, 7–9; at most twelve numbers or spans."""
    spans: list[list[int]] = []
    for page in sorted(set(pages)):
        if spans and spans[-1][1] == page - 1:
            spans[-1][1] = page
        else:
            spans.append([page, page])
    said = [str(a) if a == b else f"{a}–{b}" for a, b in spans]
    return ", ".join([*said[:PAGES_SHOWN], *(["…"] if len(said) > PAGES_SHOWN else [])])


def _of_kind(words: Words, warnings: Sequence[ReadingWarning], most: int) -> list[str]:
    lines = [_line(words, each) for each in warnings[:most]]
    if len(warnings) > most:
        lines.append(words("release.more_warnings", count=len(warnings) - most))
    return lines


def _line(words: Words, warning: ReadingWarning) -> str:
    on_page, anywhere = LINES[warning.kind]
    detail = shortened(" ".join(warning.detail.split()), DETAIL_CHARACTERS)
    if warning.page is None:
        return words(anywhere, text=detail)
    return words(on_page, page=warning.page, text=detail)


def _empty(words: Words, pages: Sequence[int]) -> str:
    key = "paper.no_text" if len(set(pages)) > 1 else "paper.no_text_one"
    return words(key, pages=page_list(pages) or "–")
