"""The last steps of an announcement: urgent or not, a test, now or at a time; each sends once."""

from datetime import UTC, datetime

from bot.announcing import announce_text, draft_preview, draft_screen
from bot.announcing.announce_keyboards import stamp
from bot.announcing.draft_screen import pressed
from bot.gently import not_twice, or_note
from bot.visit import Visit
from bot.zone import zone
from meeting.announcements import Announcement
from meeting.delivery import Urgency
from services.drafts import Awaited, Draft


@or_note
async def choose_urgency(visit: Visit) -> str | None:
    """[Urgent: asks for "Got it"]: the preview above shows the difference."""
    draft, (wanted,) = await pressed(visit)
    urgency = Urgency(wanted)
    if draft.urgency is urgency:
        return None
    draft = await visit.run(visit.services.drafts.choose_urgency, draft, urgency)
    redrawn = await draft_preview.redraw(visit, draft)
    await draft_screen.show_control(visit, draft, fresh=not redrawn)
    return None


@or_note
@not_twice
async def test(visit: Visit) -> str | None:
    """[Send a test to me]"""
    draft, _ = await pressed(visit)
    await draft_screen.show_test(visit, draft)
    return None


@or_note
async def send(visit: Visit) -> str | None:
    """[Send now], [Correct it for everybody]: what was seen above the button, and once."""
    draft, (seen,) = await pressed(visit)
    if seen != stamp(draft):
        return await _show_again(visit, draft)
    shown = await draft_screen.view(visit, draft)
    sent = await visit.run(visit.services.drafts.send, visit.person, draft.draft_id)
    await _under_way(visit, sent, announce_text.under_way(visit.words, draft, shown.reach))
    return None


@or_note
async def ask_time(visit: Visit) -> str | None:
    """[At a time…], [Another time]"""
    draft, _ = await pressed(visit)
    draft = await visit.run(visit.services.drafts.await_, draft, Awaited.TIME)
    await draft_screen.ask(visit, draft)
    return None


@or_note
async def choose_moment(visit: Visit) -> str | None:
    """[In 30 minutes] and the like."""
    draft, (seconds,) = await pressed(visit)
    draft = await visit.run(visit.services.drafts.await_, draft, None)
    await draft_screen.show_moment(visit, draft, datetime.fromtimestamp(int(seconds), zone(visit)))
    return None


@or_note
async def send_then(visit: Visit) -> str | None:
    """[Send then]"""
    draft, (seconds, seen) = await pressed(visit)
    if seen != stamp(draft):
        return await _show_again(visit, draft)
    at = datetime.fromtimestamp(int(seconds), UTC)
    planned = await visit.run(visit.services.drafts.send, visit.person, draft.draft_id, at)
    await _under_way(visit, planned, visit.words("announce.planned"))
    return None


async def _show_again(visit: Visit, draft: Draft) -> str:
    """Nothing is sent that its author has not seen."""
    await draft_screen.show_control(visit, draft, fresh=True)
    return "announce.changed_since"


async def _under_way(visit: Visit, sent: Announcement, html: str) -> None:
    visit.house.wake_courier()
    await visit.change(html)
    await visit.house.progress.begin(visit.house, visit.context.bot, sent)
