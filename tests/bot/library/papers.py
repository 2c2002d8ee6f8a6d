"""Papers, versions and changes for tests of what is shown of them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from knowledge.papers import Passage
from knowledge.versions import ChangeKind, PassageChange
from meeting.paper_audience import FOR_ALL, PaperAudience
from store.rows import PaperRow, VersionRow

OSLO = ZoneInfo("Europe/Oslo")
FEB_3, FEB_10 = datetime(2008, 2, 3, 9, tzinfo=UTC), datetime(2008, 2, 10, 23, 30, tzinfo=UTC)


def passage(
    text: str, paragraph: int | None = 12, page: int | None = 5, position: int = 0
) -> Passage:
    return Passage(position, text, paragraph, page)


def changed(
    before: str, after: str, *numbers: tuple[str, str], paragraph: int = 12
) -> PassageChange:
    old, new = passage(before, paragraph), passage(after, paragraph)
    return PassageChange(ChangeKind.CHANGED, old, new, numbers)


def added(text: str, paragraph: int | None = 14) -> PassageChange:
    return PassageChange(ChangeKind.ADDED, None, passage(text, paragraph))


def removed(text: str, paragraph: int | None = 9) -> PassageChange:
    return PassageChange(ChangeKind.REMOVED, passage(text, paragraph), None)


def version(
    number: int = 1, version_id: int = 0, published: datetime | None = FEB_3, pages: int | None = 8
) -> VersionRow:
    return VersionRow(
        version_id=version_id or 10 + number,
        paper_id=3,
        number=number,
        title="Country cases",
        file_name="country-cases.pdf",
        media_type="application/pdf",
        sha256="0" * 64,
        pages=pages,
        added_at=FEB_3,
        published_at=published,
    )


def paper(
    live: VersionRow | None, drafts: int = 0, audience: PaperAudience = FOR_ALL, **more: object
) -> PaperRow:
    about = {"slug": "country-cases", "audience": audience} | more
    return PaperRow(3, "country-cases.pdf", "Country cases", FEB_3, live, drafts, **about)  # type: ignore[arg-type]


FOUR = "The overview covers four cases from three regions."
FIVE = "The overview covers five cases from three regions."
NUMBER = changed(FOUR, FIVE, ("four", "five"))
WORDS = changed("Norway writes it.", "Norway and UNDP write it.", paragraph=3)
