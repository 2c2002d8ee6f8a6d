"""Reports as the service makes them, for tests of what is shown of them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.reporting.sent_text import View
from meeting.announcements import Announcement, Message, Status, Text, Version, VersionKind
from meeting.audience import Audience
from meeting.delivery import State, Urgency
from services.announcements import Counts, Line, Report

OSLO = ZoneInfo("Europe/Oslo")
SIX = datetime(2008, 2, 11, 17, 2, tzinfo=UTC)  # 18:02 in Oslo
VIEW = View(at=datetime(2008, 2, 11, 18, 10, tzinfo=OSLO))
BUSES = "Buses to the dinner leave at 18:30."


def announcement(
    status: Status = Status.DONE,
    kind: VersionKind = VersionKind.ORIGINAL,
    urgency: Urgency = Urgency.ROUTINE,
    text: str = BUSES,
    number: int = 12,
) -> Announcement:
    corrected = SIX if kind is VersionKind.ORIGINAL else SIX + timedelta(minutes=5)
    message = Message({"en": Text(text, text)})
    version = Version(3, 1, kind, message, corrected)
    later = SIX + timedelta(days=1)
    return Announcement(
        number, 7, status, urgency, Audience(), SIX, later, None, None, version
    )  # fmt: skip


def report(counts: Counts | None = None, **about: object) -> Report:
    return Report(announcement(**about), counts or Counts(all=3, delivered=3), "Ola Li")  # type: ignore[arg-type]


def line(name: str, state: State, organisation: str = "", reason: str = "") -> Line:
    return Line(name, organisation, state, False, False, None, None, reason)


def said(report: Report, message: Message) -> Report:
    """The same report of another message."""
    version = replace(report.announcement.version, message=message)
    return replace(report, announcement=replace(report.announcement, version=version))
