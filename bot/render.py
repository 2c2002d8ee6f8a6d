"""Domain objects to Telegram HTML: pure functions, and the only place that escapes and splits."""

import html
import re
from collections.abc import Iterator, Sequence

from knowledge.answering import Answer, Claim
from knowledge.citations import citation_text
from knowledge.sentences import sentences

LONGEST = 4096  # UTF-16 units in one message; core.telegram.org/bots/api#sendmessage
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def escape(text: str) -> str:
    """Plain text as Telegram HTML."""
    return html.escape(text, quote=False)


def plain_of(markup: str) -> str:
    """What a text of ours says without bold and italic."""
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def units(text: str) -> int:
    """The length of a text in UTF-16 units, which is what Telegram counts."""
    return len(text.encode("utf-16-le")) // 2


def superscript(number: int) -> str:
    """12 -> ¹²"""
    return str(number).translate(SUPERSCRIPTS)


def answer(answer: Answer, quoted: str) -> str:
    """An answer as one message: the claims, then the sources; `quoted` holds {text} in quotes.

    What would not fit is left out from the end of the longest list, with "…" in its place: the
    whole of it is behind [Show passage].
    """
    sources = "\n".join(
        f"{superscript(c.number)} {escape(citation_text(c))}" for c in answer.citations
    )
    room = LONGEST - units(sources) - 2
    body = "\n\n".join(_claim(claim, quoted) for claim in answer.claims)
    return (
        f"{body if units(body) <= room else _shortened(answer.claims, quoted, room)}\n\n{sources}"
    )


def _claim(claim: Claim, quoted: str) -> str:
    marks = "".join(superscript(number) for number in claim.numbers)
    text = escape(quoted.format(text=claim.text)) + marks
    return "\n".join([text, *(f"• {escape(item)}" for item in claim.items)])


def _shortened(claims: Sequence[Claim], quoted: str, room: int) -> str:
    lines = [line for claim in claims for line in _claim(claim, quoted).split("\n")]
    kept: list[str] = []
    for line in lines:
        if units("\n".join([*kept, line, "…"])) > room:
            break
        kept.append(line)
    return "\n".join([*kept, "…"])


def passage(
    heading: str, path: Sequence[str], before: str, text: str, after: str, quotes: Sequence[str]
) -> list[str]:
    """A passage in its context as one or more messages, the quoted words in bold.

    `heading` is the citation; `before` and `after` are the neighbouring words, shown small.
    """
    blocks = [f"<b>{escape(heading)}</b>"]
    if path:
        blocks.append(f"<i>{escape(' › '.join(path))}</i>")
    if before:
        blocks.append(f"<i>… {escape(before)}</i>")
    blocks.extend(_marked(text, quotes))
    if after:
        blocks.append(f"<i>{escape(after)} …</i>")
    return pack(blocks)


def pack(blocks: Sequence[str]) -> list[str]:
    """Put blocks of HTML, each whole in itself, into as few messages as hold them."""
    messages: list[str] = []
    for block in blocks:
        joined = f"{messages[-1]}\n\n{block}" if messages else block
        if messages and units(joined) <= LONGEST:
            messages[-1] = joined
        else:
            messages.append(block)
    return messages


def _marked(text: str, quotes: Sequence[str]) -> Iterator[str]:
    """The passage in blocks that fit, quoted stretches in bold."""
    spans = _spans(text, quotes)
    start = 0
    for piece in pieces(text, LONGEST // 2):
        start = text.index(piece, start)
        end = start + len(piece)
        yield _bold(text, start, end, spans)
        start = end


def _spans(text: str, quotes: Sequence[str]) -> list[tuple[int, int]]:
    found = [(text.find(quote), len(quote)) for quote in quotes]
    return sorted((at, at + length) for at, length in found if at >= 0 and length)


def _bold(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> str:
    out, at = "", start
    for first, last in spans:
        first, last = max(first, at), min(last, end)
        if first < last:
            out += f"{escape(text[at:first])}<b>{escape(text[first:last])}</b>"
            at = last
    return out + escape(text[at:end])


def pieces(text: str, most: int) -> list[str]:
    """Cut a text at line ends, else at sentence ends, else at spaces, so that each part fits.

    `most` is in UTF-16 units. Every part is a stretch of `text`, in order; only white space
    between parts is lost.
    """
    if units(text) <= most:
        return [text] if text.strip() else []
    for parts in (text.split("\n"), sentences(text), re.findall(r"\S+", text)):
        if len(parts) > 1:
            return [p for group in _groups(text, parts, most) for p in pieces(group, most)]
    half = len(text) // 2
    return pieces(text[:half], most) + pieces(text[half:], most)


def _groups(text: str, parts: Sequence[str], most: int) -> Iterator[str]:
    """Join neighbouring parts while they fit, as stretches of `text`."""
    start = end = 0
    for part in parts:
        at = text.index(part, end)
        if end > start and units(text[start : at + len(part)]) > most:
            yield text[start:end].strip()
            start = at
        end = at + len(part)
    yield text[start:end].strip()
