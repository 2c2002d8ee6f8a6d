"""Which number of a text that was put otherwise is which of the new one; pure."""

from collections.abc import Hashable, Iterator, Sequence

from rapidfuzz.distance import Indel

from knowledge.numbers import Mention
from knowledge.sentence_frames import Token

# A stretch of at most so many words was mended rather than put otherwise: its numbers correspond.
_FEW_WORDS = 6
# Numbers of one stretch that are compared with each other, counted from one to the other.
_REACH = 40


def aligned(old: list[Token], new: list[Token]) -> Iterator[tuple[Mention, Mention]]:
    """The numbers of two texts that stand for each other, whether or not they say the same."""
    if not all(any(token.mention for token in tokens) for tokens in (old, new)):
        return
    numbers: dict[Hashable, int] = {}
    keys = [[numbers.setdefault(t.key, len(numbers)) for t in tokens] for tokens in (old, new)]
    start = [0, 0]
    for equal in Indel.opcodes(*keys):
        if equal.tag == "equal":
            yield from _block(old, new, (start[0], equal.src_start), (start[1], equal.dest_start))
            start = [equal.src_end, equal.dest_end]
    yield from _block(old, new, (start[0], len(old)), (start[1], len(new)))


def _block(
    old: list[Token], new: list[Token], here: tuple[int, int], there: tuple[int, int]
) -> Iterator[tuple[Mention, Mention]]:
    """Pair the numbers of two stretches that stand for each other: the best witness first."""
    left = [at for at in range(*here) if old[at].mention]
    right = [at for at in range(*there) if new[at].mention]
    few = max(here[1] - here[0], there[1] - there[0]) <= _FEW_WORDS and len(left) == len(right)
    ranked = sorted(
        (-_witness(old, new, i, j) - (few and p == q), abs(p - q), p, q)
        for p, i in enumerate(left)
        for q, j in enumerate(right)
        if abs(p - q) <= _REACH
    )
    taken: dict[int, int] = {}
    for score, _, p, q in ranked:
        if score < 0 and p not in taken and q not in taken.values():
            taken[p] = q
    for p, q in sorted(taken.items()):
        one, other = old[left[p]].mention, new[right[q]].mention
        if one and other:
            yield one, other


def _witness(old: list[Token], new: list[Token], i: int, j: int) -> int:
    """How much around two numbers says that they are of the same thing; 0 is nothing."""
    behind = _alike(old[i + 1 : i + 2], new[j + 1 : j + 2])
    ahead = _alike(old[max(i - 1, 0) : i], new[max(j - 1, 0) : j])
    kinds = {token.mention.kind for token in (old[i], new[j]) if token.mention}
    return (2 * behind + ahead) * (2 if len(kinds) == 1 else 1)


def _alike(one: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether two words are the same, singular or plural; marks witness nothing."""
    pairs = [(str(a.key), str(b.key)) for a, b in zip(one, other, strict=False)]
    return any(a[0].isalnum() and a[:4] == b[:4] for a, b in pairs)
