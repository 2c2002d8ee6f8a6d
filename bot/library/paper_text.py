"""A paper that was sent, as its editor reads it before it is published; Telegram HTML, pure."""

from collections.abc import Mapping, Sequence

from bot.agenda_text import shortened
from bot.library.change_lines import example
from bot.library.odd_text import SHOWN, is_cut, odd_lines
from bot.releasing.pages import pages
from bot.render import LONGEST, units
from bot.wording import Words
from knowledge.versions import ChangeKind, Compared, PassageChange, numbers_first
from services.paper_drafts import PaperDraft, Published

TITLE_CHARACTERS = 120
EXAMPLES = 3  # of each kind
LINES_SHOWN = 12  # on one page of all changes
MANY = 10_000  # of one kind of warning, where all are shown
# In the order in which they are shown: the heading of the examples, and the one of all of them.
HEADINGS: Mapping[ChangeKind, tuple[str, str]] = {
    ChangeKind.CHANGED: ("paper.examples_changed", "paper.all_changed"),
    ChangeKind.ADDED: ("paper.examples_added", "paper.all_added"),
    ChangeKind.REMOVED: ("paper.examples_removed", "paper.all_removed"),
}


def view(words: Words, draft: PaperDraft) -> str:
    """The draft as a message: what paper it is, examples of what changes, what is odd. As many
    examples as fit, at most three of each kind."""
    return _fitted(words, draft)[0]


def has_more(words: Words, draft: PaperDraft) -> bool:
    """Whether the message does not show all, so that [All changes] is wanted."""
    shown = _fitted(words, draft)[1]
    return _hides(draft, shown) or is_cut(draft.warnings)


def unsure(words: Words, draft: PaperDraft) -> str:
    """The question which paper it is."""
    odd = odd_lines(words, draft.warnings) if draft.warnings else []
    said = words("paper.is_unsure", title=title_of(draft), size=_size_of(words, draft))
    return "\n\n".join([said, *(["\n".join(odd)] if odd else [])])


def all_pages(words: Words, draft: PaperDraft) -> list[str]:
    """All changes by their kind and numbers first, and all that is odd, on pages."""
    title = f"{_changes_of(words, draft)}\n"
    odd = odd_lines(words, draft.warnings, MANY) if draft.warnings else []
    return pages(words, title, [*_all_lines(words, draft), *odd], LINES_SHOWN)


def title_of(draft: PaperDraft) -> str:
    """What the paper is called: the published version's title, else the file's."""
    of = draft.before or draft.version
    return shortened(of.title, TITLE_CHARACTERS)


def size(words: Words, count: int | None, passages: int = 0) -> str:
    """9 pages, or 31 passages where the file has no pages; plain."""
    if count is not None:
        key = "papers.one_page" if count == 1 else "papers.many_pages"
        return words.plain(key, count=count)
    key = "paper.one_passage" if passages == 1 else "paper.many_passages"
    return words.plain(key, count=passages)


def published(words: Words, done: Published, tell: bool) -> str:
    """That it holds now, and how many are told; of a first version nobody can have heard."""
    version = done.version
    title = shortened(version.title, TITLE_CHARACTERS)
    said = words("paper.published", title=title, number=version.number)
    if version.number == 1:
        return said
    if not tell:
        return " ".join([said, words("paper.told_quietly")])
    if not done.told:
        return " ".join([said, words("paper.told_nobody")])
    key = "paper.told_one" if done.told == 1 else "paper.told"
    return f"{said} {words(key, count=done.told)}"


def _fitted(words: Words, draft: PaperDraft) -> tuple[str, int]:
    """The message, and how many examples of each kind it has."""
    for shown in range(EXAMPLES, -1, -1):
        blocks = [_about(words, draft), *_examples(words, draft, shown)]
        blocks.append("\n".join(odd_lines(words, draft.warnings, min(SHOWN, shown + 1))))
        text = "\n\n".join(blocks)
        if units(text) <= LONGEST:
            break
    return text, shown


def _about(words: Words, draft: PaperDraft) -> str:
    """What paper it is, and how much of it is new."""
    before, compared = draft.before, draft.compared
    here = _size_of(words, draft)
    if before is None:
        return words("paper.is_new", title=title_of(draft), size=here)
    now = _now(words, draft)
    about = {"title": title_of(draft), "now": now, "number": draft.version.number, "size": here}
    if not compared.changes:
        return words("paper.is_same_text", **about)
    return words("paper.is_version", **about, counts=counts(words, compared))


def counts(words: Words, compared: Compared) -> str:
    """6 new, 4 changed, 1 gone, 20 as before; plain."""
    parts = (
        ("paper.added_one", "paper.added", compared.added),
        ("paper.changed_one", "paper.changed", compared.changed),
        ("paper.removed_one", "paper.removed", compared.removed),
        ("paper.unchanged_one", "paper.unchanged", compared.unchanged),
    )
    return ", ".join(
        words.plain(one if count == 1 else many, count=count) for one, many, count in parts if count
    )


def _now(words: Words, draft: PaperDraft) -> str:
    before = draft.before
    if before is None:
        return ""
    old = draft.compared.unchanged + draft.compared.changed + draft.compared.removed
    return words.plain("paper.now", number=before.number, size=size(words, before.pages, old))


def _size_of(words: Words, draft: PaperDraft) -> str:
    compared = draft.compared
    return size(words, draft.pages, compared.added + compared.changed + compared.unchanged)


def _changes_of(words: Words, draft: PaperDraft) -> str:
    before = draft.before.number if draft.before else 0
    title = title_of(draft)
    return words("paper.changes_of", title=title, before=before, number=draft.version.number)


def _examples(words: Words, draft: PaperDraft, shown: int) -> list[str]:
    """A block for each kind of which there is a change; none for a new paper."""
    if draft.before is None or not shown:
        return []
    return [
        "\n".join([words(heading), *(example(words, each) for each in found[:shown])])
        for kind, (heading, _) in HEADINGS.items()
        if (found := _of_kind(draft, kind))
    ]


def _all_lines(words: Words, draft: PaperDraft) -> list[str]:
    """The heading stands in the line of the first of its kind, so that no page ends with it."""
    lines = []
    for kind, (_, heading) in HEADINGS.items():
        said = [example(words, each) for each in _of_kind(draft, kind)]
        if said:
            lines += [f"{words(heading)}\n{said[0]}", *said[1:]]
    return lines


def _hides(draft: PaperDraft, shown: int) -> bool:
    return draft.before is not None and any(
        len(_of_kind(draft, kind)) > shown for kind in ChangeKind
    )


def _of_kind(draft: PaperDraft, kind: ChangeKind) -> Sequence[PassageChange]:
    changes = [each for each in draft.compared.changes if each.kind is kind]
    return numbers_first(changes)
