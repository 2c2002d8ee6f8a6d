"""One paragraph, with its list, cut into texts short enough to quote and never in mid-sentence."""

from collections.abc import Iterable, Iterator, Sequence

from knowledge.sentences import sentences

# Characters. A reply shows a passage whole, and a list has to fit in two messages with its lead.
PROSE_LIMIT = 1_200
LONGEST_SENTENCE = 3_000  # nobody writes a longer one; what is longer is a list, or no sentence
LIST_LIMIT = 6_000
SHORTEST_PART = 80
_LONGEST_LEAD = 300
_BULLET = "- "
_BETWEEN_WORDS = (" ", "·")


def split_prose(text: str, limit: int = PROSE_LIMIT) -> list[str]:
    """Cut at sentence ends into parts of about `limit` characters; long sentences stay whole, and
    what goes on without an end is cut between words."""
    if len(text) <= limit:
        return [text]
    parts: list[str] = []
    for sentence in _endless_cut(sentences(text)):
        if parts and len(parts[-1]) + 1 + len(sentence) <= limit:
            parts[-1] += f" {sentence}"
        else:
            parts.append(sentence)
    return _without_crumbs(parts)


def split_list(lead: str, items: Sequence[str]) -> list[str]:
    """Keep a list with the line that introduces it, or repeat that line over every part of it."""
    before = split_prose(lead) if lead else [""]
    lead = before.pop()
    whole = _lines(lead, items)
    if len(whole) <= LIST_LIMIT:
        return [*before, whole]
    repeated = lead if len(lead) <= _LONGEST_LEAD else sentences(lead)[-1]
    parts = list(_portions(items, LIST_LIMIT - len(lead)))
    return [*before, _lines(lead, parts[0]), *(_lines(repeated, part) for part in parts[1:])]


def _endless_cut(whole: Iterable[str]) -> Iterator[str]:
    for sentence in whole:
        start = 0
        while len(sentence) - start > LONGEST_SENTENCE:
            end = sentence.rfind(" ", start, start + LONGEST_SENTENCE)
            end = end if end > start else start + LONGEST_SENTENCE
            yield sentence[start:end]
            start = end
            while sentence[start : start + 1] in _BETWEEN_WORDS:
                start += 1
        yield sentence[start:]


def _without_crumbs(parts: list[str]) -> list[str]:
    if len(parts) > 1 and len(parts[-1]) < SHORTEST_PART:
        crumb = parts.pop()
        parts[-1] += f" {crumb}"
    return parts


def _portions(items: Sequence[str], room: int) -> Iterator[list[str]]:
    portion: list[str] = []
    for item in _fitting(items, room):
        if portion and len(_lines("", [*portion, item])) + 1 > room:
            yield portion
            portion = []
        portion.append(item)
    yield portion


def _fitting(items: Sequence[str], room: int) -> Iterator[str]:
    for item in items:
        yield from split_prose(item, max(room - len(_BULLET) - 1, PROSE_LIMIT))


def _lines(lead: str, items: Sequence[str]) -> str:
    bullets = [f"{_BULLET}{item}" for item in items]
    return "\n".join([lead, *bullets] if lead else bullets)
