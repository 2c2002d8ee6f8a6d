"""Drafts and people for tests of what is shown of them."""

from zoneinfo import ZoneInfo

from bot.wording import load_wording
from meeting.announcements import Message, Text
from meeting.audience import Candidate
from meeting.people import Community, Role
from services.drafts import Draft

OSLO = ZoneInfo("Europe/Oslo")
ENGLISH, FRENCH = load_wording(("en", "fr")).languages
BUSES = Message({"en": Text("Buses at <18:30>", "Buses at <b>&lt;18:30&gt;</b>")})
DRAFT = Draft(12, 7, BUSES, awaited=None, audience_is_chosen=True)


def candidate(name: str, language: str = "en", linked: bool = True, **more: object) -> Candidate:
    about = {"organisation": "Norad", "community": Community.DEVELOPMENT, "role": Role.PARTICIPANT}
    return Candidate(person_id=1, name=name, language=language, linked=linked, **(about | more))  # type: ignore[arg-type]
