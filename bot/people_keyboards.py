"""The buttons of /people and of a role that is offered, pure."""

from collections.abc import Mapping, Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.keyboards import button
from bot.wording import Words
from meeting.people import Role
from services.people import Listed

PEOPLE, PERSON, ROLE, LINK, OFFER = "people", "person", "role", "link", "offer"
PEOPLE_SHOWN = 8  # on one page
YES, NO = "yes", "no"
MAKE: Mapping[Role, str] = {
    Role.ORGANISER: "people.make_organiser",
    Role.EDITOR: "people.make_editor",
    Role.SENDER: "people.make_sender",
    Role.PARTICIPANT: "people.make_participant",
}


def people(words: Words, everybody: Sequence[Listed], first: int) -> InlineKeyboardMarkup:
    """A button for each person from `first` on, and the way to the other pages."""
    shown = everybody[first : first + PEOPLE_SHOWN]
    rows = [[button(_label(one), PERSON, one.person_id)] for one in shown]
    turn: list[InlineKeyboardButton] = []
    if first > 0:
        turn.append(button(words.plain("buttons.back"), PEOPLE, max(0, first - PEOPLE_SHOWN)))
    if first + PEOPLE_SHOWN < len(everybody):
        turn.append(button(words.plain("buttons.more"), PEOPLE, first + PEOPLE_SHOWN))
    return InlineKeyboardMarkup([*rows, turn] if turn else rows)


def card(words: Words, person: Listed, first: int) -> InlineKeyboardMarkup:
    """The roles that somebody does not have, a new link, and the way back to the page."""
    roles = [
        button(words.plain(key), ROLE, person.person_id, role)
        for role, key in MAKE.items()
        if role != person.role
    ]
    link = button(words.plain("people.new_link"), LINK, person.person_id)
    back = button(words.plain("buttons.back"), PEOPLE, first)
    return InlineKeyboardMarkup([*([one] for one in roles), [link], [back]])


def offer(words: Words) -> InlineKeyboardMarkup:
    """[Accept] [No, thanks]"""
    accept = button(words.plain("roles.accept"), OFFER, YES)
    return InlineKeyboardMarkup([[accept, button(words.plain("roles.decline"), OFFER, NO)]])


def _label(one: Listed) -> str:
    return f"✓ {one.person.name}" if one.opened else one.person.name
