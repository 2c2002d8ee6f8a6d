"""What was done about each block of parallel sessions: how often people were asked, and told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, RowMapping, insert, select, update

from store.tables import blocks


@dataclass(frozen=True, slots=True)
class BlockRow:
    """What was done about a block: how often people were asked what they would like, how often
    groups were released, and when last. Times are UTC."""

    asked: int = 0
    asked_at: datetime | None = None
    released: int = 0
    released_at: datetime | None = None


def all_blocks(connection: Connection) -> Mapping[str, BlockRow]:
    """The blocks that something was done about, by name."""
    rows = connection.execute(select(blocks)).mappings().all()
    return {row[blocks.c.block]: _block(row) for row in rows}


def note_asked(connection: Connection, block: str, before: int, now: datetime) -> bool:
    """Once more people are asked about a block; False where they were asked more often than
    `before` already."""
    return _note(connection, block, blocks.c.asked, before, blocks.c.asked_at, now)


def note_released(connection: Connection, block: str, before: int, now: datetime) -> bool:
    """Once more groups of a block are released; False where that happened more often than `before`
    already."""
    return _note(connection, block, blocks.c.released, before, blocks.c.released_at, now)


def _note(
    connection: Connection,
    block: str,
    count: ColumnElement[int],
    before: int,
    moment: ColumnElement[datetime | None],
    now: datetime,
) -> bool:
    held = connection.execute(select(blocks.c.block).where(blocks.c.block == block)).first()
    if held is None:
        connection.execute(insert(blocks).values(block=block, asked=0, released=0))
    changed = update(blocks).where(blocks.c.block == block, count == before)
    values = {count.key: before + 1, moment.key: now}
    return bool(connection.execute(changed.values(values)).rowcount)


def _block(row: RowMapping) -> BlockRow:
    return BlockRow(
        asked=row[blocks.c.asked],
        asked_at=row[blocks.c.asked_at],
        released=row[blocks.c.released],
        released_at=row[blocks.c.released_at],
    )
