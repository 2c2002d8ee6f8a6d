"""A parcel becomes the message that goes to Telegram, in the recipient's language."""

from zoneinfo import ZoneInfo

from bot.announcing import announcement_text
from bot.announcing.announcement_text import Outgoing
from bot.notices import notice_text
from bot.wording import Wording
from meeting.announcements import Announcement
from services.parcels import Parcel


def render(wording: Wording, zone: ZoneInfo, parcel: Parcel) -> Outgoing:
    """`zone` is the meeting's: marks tell times of it."""
    words, content = wording.speak_to(parcel.recipient), parcel.content
    if isinstance(content, Announcement):
        return announcement_text.outgoing(words, content, parcel.marks, zone)
    return notice_text.outgoing(words, content, parcel.marks)
