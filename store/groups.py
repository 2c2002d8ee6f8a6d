"""Proposals of who goes to which parallel session, and what was done about each block."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Engine, RowMapping, delete, select, update

from store.blocks import BlockRow, all_blocks
from store.dialects import insert, reading, writing
from store.tables import group_proposals

proposals = group_proposals


@dataclass(frozen=True, slots=True)
class NewProposal:
    """A proposal: the session of each person, those put there by hand (`pinned`), the number of
    the agenda it was made on, and how far from the best it may be (None: nobody looked).
    `author` is a chat."""

    block: str
    of: Mapping[int, str]
    pinned: frozenset[int]
    base: int
    author: int
    gap: float | None = None


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal as it is kept; `revision` counts from 1, and the time is UTC."""

    proposal_id: int
    revision: int
    created_at: datetime
    made: NewProposal


class GroupRows:
    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def block(self, name: str) -> BlockRow:
        """What was done about a block."""
        return self.blocks().get(name, BlockRow())

    def blocks(self) -> Mapping[str, BlockRow]:
        """What was done about each block that something was done about."""
        with reading(self._engine) as connection:
            return all_blocks(connection)

    def proposal(self, block: str) -> ProposalRow | None:
        """The proposal for a block."""
        return self.proposals().get(block)

    def proposals(self) -> Mapping[str, ProposalRow]:
        """All proposals, by block."""
        with reading(self._engine) as connection:
            rows = connection.execute(select(proposals)).mappings().all()
        return {row[proposals.c.block]: _proposal(row) for row in rows}

    def put(self, new: NewProposal, before: ProposalRow | None, now: datetime) -> bool:
        """Make this the proposal of its block; False, and nothing changed, where the one that is
        there is not `before`."""
        values = {
            "document": _document(new),
            "base": new.base,
            "gap": new.gap,
            "author": new.author,
            "created_at": now,
        }
        with writing(self._engine) as connection:
            if before is None:
                added = insert(connection, proposals).values(block=new.block, revision=1, **values)
                return bool(connection.execute(added.on_conflict_do_nothing()).rowcount)
            changed = update(proposals).where(is_still(before))
            result = connection.execute(changed.values(revision=before.revision + 1, **values))
            return bool(result.rowcount)

    def discard(self, before: ProposalRow) -> bool:
        """Throw a proposal away; False where it is not there as it was."""
        with writing(self._engine) as connection:
            return bool(connection.execute(delete(proposals).where(is_still(before))).rowcount)


def is_still(before: ProposalRow) -> ColumnElement[bool]:
    """Whether a proposal is as it was looked at."""
    same_revision = proposals.c.revision == before.revision
    same: ColumnElement[bool] = (proposals.c.id == before.proposal_id) & same_revision
    return same


def _document(new: NewProposal) -> dict[str, Any]:
    return {
        "of": {str(person_id): place for person_id, place in new.of.items()},
        "pinned": sorted(new.pinned),
    }


def _proposal(row: RowMapping) -> ProposalRow:
    document: Mapping[str, Any] = row[proposals.c.document]
    made = NewProposal(
        block=row[proposals.c.block],
        of={int(person_id): place for person_id, place in document["of"].items()},
        pinned=frozenset(document["pinned"]),
        base=row[proposals.c.base],
        author=row[proposals.c.author],
        gap=row[proposals.c.gap],
    )
    return ProposalRow(
        row[proposals.c.id], row[proposals.c.revision], row[proposals.c.created_at], made
    )
