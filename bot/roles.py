"""THE table of who may use what: role x command, role x button. The door holds everybody to it."""

from collections.abc import Mapping

from bot import agenda_keyboards, keyboards, people_keyboards
from bot.announcing import announce_keyboards
from bot.announcing.announcement_text import GOT_IT, MARK
from bot.grouping import choose_keyboards, groups_keyboards
from bot.hosting import host_keyboards
from bot.library import changes_keyboards, paper_keyboards
from bot.notices.notice_keyboards import SEEN
from bot.notices.reminder_text import MISSED
from bot.releasing import draft_keyboards, edit_keyboards, released_keyboards
from bot.reporting import sent_keyboards
from meeting.people import Role

EVERYBODY = frozenset(Role)
SENDERS = frozenset({Role.SENDER, Role.ORGANISER})
EDITORS = frozenset({Role.EDITOR, Role.ORGANISER})
ORGANISERS = frozenset({Role.ORGANISER})

# In the order of the menu. A command that is not here exists for nobody.
COMMANDS: Mapping[str, frozenset[Role]] = {
    "my": EVERYBODY,
    "now": EVERYBODY,
    "next": EVERYBODY,
    "agenda": EVERYBODY,
    "papers": EVERYBODY,
    "changes": EVERYBODY,
    "contacts": EVERYBODY,
    "announce": SENDERS,
    "sent": SENDERS,
    "edit": EDITORS,
    "history": EDITORS,
    "library": EDITORS,
    "people": ORGANISERS,
    "groups": ORGANISERS,
    "settings": EVERYBODY,
    "help": EVERYBODY,
    "start": EVERYBODY,
}

# By the word before the first colon. A button that is not here is for everybody invited.
BUTTONS: Mapping[str, frozenset[Role]] = {
    keyboards.TRY: EVERYBODY,
    keyboards.PASSAGE: EVERYBODY,
    keyboards.PAPER: EVERYBODY,
    keyboards.PAPERS: EVERYBODY,
    keyboards.LANGUAGE: EVERYBODY,
    keyboards.REMIND: EVERYBODY,
    keyboards.RECALL: EVERYBODY,
    agenda_keyboards.MY: EVERYBODY,
    agenda_keyboards.TODAY: EVERYBODY,
    agenda_keyboards.DAYS: EVERYBODY,
    agenda_keyboards.DAY: EVERYBODY,
    agenda_keyboards.CHOICE: EVERYBODY,
    agenda_keyboards.CARD: EVERYBODY,
    agenda_keyboards.SESSION: EVERYBODY,
    agenda_keyboards.FOLLOW: EVERYBODY,
    agenda_keyboards.CALENDAR: EVERYBODY,
    agenda_keyboards.WHERE: EVERYBODY,
    agenda_keyboards.ABOUT: EVERYBODY,
    agenda_keyboards.VENUE: EVERYBODY,
    host_keyboards.HOST: EVERYBODY,  # who hosts which room, the service knows
    people_keyboards.OFFER: EVERYBODY,  # whoever is asked; the service knows who was
    announce_keyboards.AN: SENDERS,
    MARK: EVERYBODY,
    GOT_IT: EVERYBODY,
    SEEN: EVERYBODY,
    sent_keyboards.SENT: SENDERS,
    sent_keyboards.REPORT: SENDERS,
    sent_keyboards.PAUSE: SENDERS,
    sent_keyboards.RESUME: SENDERS,
    sent_keyboards.STOP: SENDERS,
    sent_keyboards.NOW: SENDERS,
    sent_keyboards.WITHDRAW: SENDERS,
    sent_keyboards.TAKE_BACK: SENDERS,
    sent_keyboards.RESEND: SENDERS,
    sent_keyboards.AGAIN: SENDERS,
    sent_keyboards.NAMES: SENDERS,
    sent_keyboards.TABLE: SENDERS,
    sent_keyboards.CORRECT: SENDERS,
    MISSED: ORGANISERS,
    draft_keyboards.REL: EDITORS,
    edit_keyboards.EDIT: EDITORS,
    released_keyboards.HIST: EDITORS,
    changes_keyboards.CHANGES: EVERYBODY,  # who may read which paper, the service knows
    paper_keyboards.LIB: EDITORS,
    groups_keyboards.GR: ORGANISERS,
    choose_keyboards.WISH: EVERYBODY,
    people_keyboards.PEOPLE: ORGANISERS,
    people_keyboards.PERSON: ORGANISERS,
    people_keyboards.ROLE: ORGANISERS,
    people_keyboards.LINK: ORGANISERS,
}


def commands_of(role: Role) -> tuple[str, ...]:
    """The commands that exist for somebody with this role, in the order of the menu."""
    return tuple(name for name, roles in COMMANDS.items() if role in roles)


def may_use(role: Role, command: str) -> bool:
    """Whether a command, without its slash, exists for somebody with this role."""
    return role in COMMANDS.get(command.lower(), frozenset())


def may_press(role: Role, data: str) -> bool:
    """Whether a button with this data exists for somebody with this role."""
    return role in BUTTONS.get(data.partition(":")[0], EVERYBODY)
