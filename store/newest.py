"""Which version of an announcement holds: the newest one. Said once, for every statement."""

from sqlalchemy import ColumnElement, Select, func, select

from store.tables import announcement_versions as versions

_SAME = versions.alias("newest")
# Of a version in the statement around it.
IS_NEWEST: ColumnElement[bool] = (
    versions.c.number
    == select(func.max(_SAME.c.number))
    .where(_SAME.c.announcement_id == versions.c.announcement_id)
    .scalar_subquery()
)


def newest_of(announcement_id: int) -> Select[int]:
    """The id of an announcement's newest version."""
    return select(versions.c.id).where(versions.c.announcement_id == announcement_id, IS_NEWEST)
