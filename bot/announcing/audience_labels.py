"""What the values of an audience are called where the bot has no text for them."""

from bot.announcing.audience_text import Labels
from meeting.audience import Audience, Kind
from services.wiring import Services


def labels(services: Services, audience: Audience) -> Labels:
    """The names of sessions, and the first words of announcements; to be run in a worker."""
    kinds = {kind for kind, _ in audience.chosen} & {Kind.SESSION, Kind.GROUP, Kind.UNSEEN}
    named = {
        (kind, value): label
        for kind in kinds
        for value, label in services.drafts.labels(kind).items()
    }
    titles = {s.session_id: s.title for s in services.agenda.held().agenda.sessions}
    return {
        (kind, value): (kind is not Kind.UNSEEN and titles.get(value))
        or named.get((kind, value), "")
        for kind, value in audience.chosen
    }
