"""Which papers somebody may read, as part of a query; the rule of meeting.paper_audience."""

from sqlalchemy import ColumnElement, false, or_, true

from meeting.paper_audience import AudienceKind, PaperAudience, Reader
from meeting.people import Role
from store.tables import papers

KIND = papers.c.audience["kind"].as_string()
VALUE = papers.c.audience["value"].as_string()


def readable(reader: Reader | None) -> ColumnElement[bool]:
    """The condition on `papers`; None reads everything: the terminal, and whatever fills an index.

    Nobody else may be given None: what a person gets is asked for in their name.
    """
    if reader is None or reader.role is Role.ORGANISER:
        return true()
    return or_(
        KIND == AudienceKind.ALL,
        _theirs(AudienceKind.COMMUNITY, [reader.community] if reader.community else []),
        _theirs(AudienceKind.SESSION, sorted(reader.sessions)),
    )


def audience_document(audience: PaperAudience) -> dict[str, str]:
    """An audience as it stands in the column."""
    return {"kind": audience.kind.value, "value": audience.value}


def audience_from(document: dict[str, str]) -> PaperAudience:
    """Reads back what `audience_document` wrote."""
    return PaperAudience(AudienceKind(document["kind"]), document["value"])


def _theirs(kind: AudienceKind, values: list[str]) -> ColumnElement[bool]:
    return (kind == KIND) & VALUE.in_(values) if values else false()
