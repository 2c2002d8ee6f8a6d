"""The buttons that choose who may read a paper, pure; each holds the number of the paper, and that
of the draft below which it is chosen, 0 on the paper's own card."""

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.agenda_keyboards import Row, markup
from bot.announcing.audience_text import capital
from bot.keyboards import button
from bot.library.library_keyboards import ONE
from bot.library.paper_keyboards import SHOW, WHOM
from bot.library.reader_text import community
from bot.wording import Words
from meeting.agenda import Session
from meeting.codes import short_code
from meeting.paper_audience import AudienceKind, PaperAudience
from meeting.people import Community

FOR, SESSIONS = "lib:for", "lib:sessions"
SURE = "sure"  # at the end of FOR: though the paper is not for whoever chooses then
TICKED = "✓ "
SHOWN = 8  # sessions on one page
COMMUNITIES = tuple(each for each in Community if each is not Community.OTHER)


def readers(
    words: Words, paper_id: int, version_id: int, audience: PaperAudience
) -> InlineKeyboardMarkup:
    """[✓ Everyone] [Organisers only], the communities, [A session’s people…], and the way back."""

    def choice(label: str, kind: AudienceKind, value: str = "") -> InlineKeyboardButton:
        chosen = audience == PaperAudience(kind, value)
        code = short_code(value) if value else "-"
        return button(_ticked(label, chosen), FOR, paper_id, version_id, kind, code)

    first = [
        choice(words.plain("paper.everyone"), AudienceKind.ALL),
        choice(words.plain("paper.organisers"), AudienceKind.ORGANISERS),
    ]
    communities = [
        [choice(capital(community(words, each)), AudienceKind.COMMUNITY, each)]
        for each in COMMUNITIES
    ]
    label = _ticked(words.plain("paper.session"), audience.kind is AudienceKind.SESSION)
    sessions = [button(label, SESSIONS, paper_id, version_id, 0)]
    return markup([first, *communities, sessions, _back(words, paper_id, version_id)])


def sessions(
    words: Words,
    paper_id: int,
    version_id: int,
    found: Sequence[Session],
    chosen: PaperAudience,
    first: int,
) -> InlineKeyboardMarkup:
    """A page of sessions, and the way back to the other readers."""
    rows = [_session(paper_id, version_id, s, chosen) for s in found[first : first + SHOWN]]
    turn: Row = []
    if first > 0:
        earlier = max(0, first - SHOWN)
        label = words.plain("announce.earlier")
        turn.append(button(label, SESSIONS, paper_id, version_id, earlier))
    if first + SHOWN < len(found):
        label = words.plain("buttons.more")
        turn.append(button(label, SESSIONS, paper_id, version_id, first + SHOWN))
    back = button(words.plain("buttons.back"), WHOM, paper_id, version_id)
    return markup([*rows, turn, [back]])


def ask_without_you(words: Words, data: str) -> InlineKeyboardMarkup:
    """[Yes, without me] [No]; `data` is that of the button which chose these readers."""
    _, paper_id, version_id, kind, code = data.split(":")
    yes = button(words.plain("paper.without_me"), FOR, paper_id, version_id, kind, code, SURE)
    no = button(words.plain("library.no"), WHOM, paper_id, version_id)
    return markup([[yes], [no]])


def chosen(data: Sequence[str], found: Sequence[Session]) -> PaperAudience | None:
    """The audience behind a button: its kind and its value's code; None where the agenda has no
    such session any more."""
    kind, code = AudienceKind(data[0]), data[1]
    values = {
        AudienceKind.COMMUNITY: tuple(map(str, COMMUNITIES)),
        AudienceKind.SESSION: tuple(each.session_id for each in found),
    }.get(kind)
    if values is None:
        return PaperAudience(kind)
    value = next((each for each in values if short_code(each) == code), None)
    return PaperAudience(kind, value) if value else None


def _session(paper_id: int, version_id: int, session: Session, chosen: PaperAudience) -> Row:
    ticked = chosen == PaperAudience(AudienceKind.SESSION, session.session_id)
    label, code = _ticked(session.title, ticked), short_code(session.session_id)
    return [button(label, FOR, paper_id, version_id, AudienceKind.SESSION, code)]


def _back(words: Words, paper_id: int, version_id: int) -> Row:
    if version_id:
        return [button(words.plain("paper.draft_button"), SHOW, version_id)]
    return [button(words.plain("buttons.back"), ONE, paper_id)]


def _ticked(label: str, ticked: bool) -> str:
    return TICKED + label if ticked else label
