"""The meeting's time zone, and the time there, for handlers."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.visit import Visit


def zone(visit: Visit) -> ZoneInfo:
    """The meeting's."""
    return ZoneInfo(visit.services.config.meeting.time_zone)


def local_now(visit: Visit) -> datetime:
    """Now, in the meeting's zone."""
    return visit.services.clock.now().astimezone(zone(visit))
