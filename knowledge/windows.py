"""What is embedded for a passage: texts that the model sees whole, each under its headings."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from tokenizers import Tokenizer

from knowledge.models import SHIPPED, shipped_folder
from knowledge.papers import Passage
from knowledge.sentences import sentences

# Word pieces that the shipped model reads of a text, its two marker tokens among them
# (max_seq_length in its sentence_bert_config.json). What is beyond is not embedded at all.
WORD_PIECES = 256
_MARKERS = 2
_LONGEST_LEAD = 60  # word pieces of heading path and introducing line, at most, in each window

# Passages whose windows are kept: a paper that is read, verified and searched needs them each time;
# those of about 1,000 full pages, 10 MB.
_KEPT = 4_096


@lru_cache(_KEPT)
def windows(passage: Passage) -> tuple[str, ...]:
    """The texts embedded for a passage: one, or several where it is longer than 256 word pieces.

    Every window starts with the heading path; cuts are at list items and sentence ends, and each
    window with items starts with the line that introduces them. A sentence that is itself longer
    stays whole (the model reads its beginning).
    """
    path = _path(passage)
    whole = f"{path}{passage.text}"
    if _count(whole) <= WORD_PIECES - _MARKERS:
        return (whole,)
    lead, parts, joint = _parts(passage.text)
    head = _short(path) + (f"{_short(lead)}\n" if lead else "")
    room = WORD_PIECES - _MARKERS - _count(head)
    return tuple(f"{head}{body}" for body in _packed(parts, joint, room))


def heading_line(passage: Passage) -> str:
    """The heading path as one line, "" where there is none."""
    return " › ".join(passage.headings)


def is_word(word: str) -> bool:
    """Whether the model knows a folded word whole, as it does the common words of English."""
    return _tokenizer().token_to_id(word) is not None


def _path(passage: Passage) -> str:
    return f"{heading_line(passage)}\n" if passage.headings else ""


def _parts(text: str) -> tuple[str, list[str], str]:
    """The introducing line, the parts that a window may consist of, and what joins them."""
    if "\n" not in text:
        return "", list(sentences(text)), " "
    first, *rest = text.split("\n")
    if first.startswith("- "):
        return "", [first, *rest], "\n"
    return first, rest, "\n"


def _packed(parts: Sequence[str], joint: str, room: int) -> Iterator[str]:
    body: list[str] = []
    pieces = 0
    for part, count in _fitting(parts, room):
        if body and pieces + count > room:
            yield joint.join(body)
            body, pieces = [], 0
        if body or part:  # no window begins with an empty line
            body.append(part)
            pieces += count
    if body:
        yield joint.join(body)


def _fitting(parts: Sequence[str], room: int) -> Iterator[tuple[str, int]]:
    """Each part with its word pieces; what does not fit a window is cut at its sentence ends."""
    for part in parts:
        count = _count(part)
        if count > room:
            yield from ((each, _count(each)) for each in sentences(part))
        else:
            yield part, count


def _short(text: str) -> str:
    """The end of a text that would leave no room for what it stands over."""
    encoding = _tokenizer().encode(text, add_special_tokens=False)
    if len(encoding) <= _LONGEST_LEAD:
        return text
    start: int = encoding.offsets[-_LONGEST_LEAD][0]
    return text[text.index(" ", start) + 1 :] if " " in text[start:] else text[start:]


def _count(text: str) -> int:
    """Word pieces of a text. Those of two texts with white space between them add up: BERT's
    tokenizer splits there before all else."""
    return len(_tokenizer().encode(text, add_special_tokens=False))


@cache
def _tokenizer() -> Tokenizer:
    """The shipped model's tokenizer; it measures for other models too, so that windows stay put."""
    tokenizer = Tokenizer.from_file(str(shipped_folder(SHIPPED) / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
