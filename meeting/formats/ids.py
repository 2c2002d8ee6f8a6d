"""Ids for sessions whose file gives none, made so that the next import finds the same ones."""

from collections import Counter
from collections.abc import Sequence

from meeting.formats.drafts import Draft
from meeting.formats.words import slug


def with_ids(drafts: Sequence[Draft]) -> tuple[tuple[str, Draft], ...]:
    """Each draft with its id: the file's own, else its title's.

    A session keeps its id when it moves, as long as no other has its title; of several with the
    same title (coffee), the start and the room tell them apart.
    """
    titles = Counter(slug(draft.title) for draft in drafts)
    taken = Counter(draft.session_id for draft in drafts if draft.session_id)
    return tuple(
        (draft.session_id or _free(_made(draft, titles), taken), draft) for draft in drafts
    )


def _made(draft: Draft, titles: Counter[str]) -> str:
    name = slug(draft.title)
    if titles[name] == 1 or draft.starts is None:
        return name
    return f"{name}-{draft.starts:%m%d-%H%M}" + (f"-{slug(draft.room)}" if draft.room else "")


def _free(wanted: str, taken: Counter[str]) -> str:
    """`taken` counts how often an id was asked for, and so gives the next number."""
    free = wanted
    while taken[free]:
        taken[wanted] += 1
        free = f"{wanted}-{taken[wanted]}"
    taken[free] += 1
    return free
