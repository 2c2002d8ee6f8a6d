"""A session's card, where it is, and the contacts, as Telegram HTML; pure."""

from collections.abc import Sequence

from bot import render, times
from bot.agenda_text import HINT_CHARACTERS, TITLE_CHARACTERS, fitted, shortened
from bot.wording import Words
from meeting.logistics import LogisticsEntry
from services.contacts import Contacts
from services.session_cards import Card, Standing

NAMES_CHARACTERS = 500
DESCRIPTION_CHARACTERS = 800
ADDRESS_CHARACTERS = 120


def card(words: Words, card: Card) -> str:
    """Everything about a session that fits on a screen."""
    session = card.session
    heading = f"<b>{render.escape(shortened(session.title, TITLE_CHARACTERS))}</b>"
    lines = [_when(words, card), *_now(words, card), *_standing(words, card)]
    lines += _people(words, card)
    if session.description:
        lines += ["", render.escape(shortened(session.description, DESCRIPTION_CHARACTERS))]
    return fitted(words, heading, lines)


def where(words: Words, card: Card) -> str:
    """The room of a session and the way there."""
    name = card.programme.room_name(card.session)
    if not name:
        return words("venue.no_room")
    if card.room is None or not card.room.hint:
        return words("venue.room", room=name)
    return words(
        "venue.room_hint", room=name, hint=shortened(card.room.hint, DESCRIPTION_CHARACTERS)
    )


def contacts(words: Words, contacts: Contacts) -> str:
    """The organisers' own words first, then their names, then who is in the chair."""
    said = [entry(words, contacts.entry)] if contacts.entry else []
    lines = [*said, *_organisers(words, contacts), *_chairs(words, contacts)]
    return fitted(words, words("contacts.heading"), lines) if lines else words("contacts.none")


def entry(words: Words, entry: LogisticsEntry) -> str:
    """What the organisers wrote, word for word, as far as it fits into one message."""
    pieces = render.pieces(entry.text(words.language), render.LONGEST // 2)
    return render.escape(pieces[0]) if pieces else ""


def pin(words: Words, venue: LogisticsEntry) -> tuple[str, str]:
    """Title and address of the venue on the map."""
    address = " ".join(venue.text(words.language).split())
    return words.plain("venue.title"), shortened(address, ADDRESS_CHARACTERS)


def _when(words: Words, card: Card) -> str:
    session = card.session
    day = times.title_day(words, session.starts.date())
    line = words("session.when", day=day, span=times.span(words, session.starts, session.ends))
    if name := card.programme.room_name(session):
        line += " · " + words("agenda.room", room=shortened(name, HINT_CHARACTERS))
    if card.room and card.room.hint:
        line += ", " + render.escape(shortened(card.room.hint, HINT_CHARACTERS))
    return line


def _now(words: Words, card: Card) -> list[str]:
    """That it runs, or how long until, where that is worth saying."""
    at, session = card.programme.at, card.session
    if session in card.programme.running():
        return [words("session.now", end=times.end(words, session.ends, at.date()))]
    nights = card.programme.nights_until(session.starts.date())
    if nights > 0:
        return [times.nights(words, nights).capitalize()]
    if session.starts.timestamp() > at.timestamp():
        return [times.wait(words, at, session.starts).capitalize()]
    return []


def _standing(words: Words, card: Card) -> list[str]:
    """Which of the parallel sessions is this person's."""
    if card.standing is Standing.COMMON or not card.beside:
        return []
    others = " · ".join(
        words.plain("ask.quoted", text=shortened(session.title, TITLE_CHARACTERS))
        for session in card.beside_mine
    )
    if card.standing is Standing.OTHER:
        return [words("session.other", title=others) if others else words("session.open")]
    lines = [words("session.mine")]
    return [*lines, words("session.clash", title=others)] if others else lines


def _people(words: Words, card: Card) -> list[str]:
    listed = (
        (card.chairs, "session.chairs"),
        (card.speakers, "session.speakers"),
        (card.rapporteurs, "session.rapporteurs"),
        (tuple(title for title, _ in card.papers), "session.papers"),
    )
    return [
        words(key, names=shortened(", ".join(names), NAMES_CHARACTERS))
        for names, key in listed
        if names
    ]


def _organisers(words: Words, contacts: Contacts) -> Sequence[str]:
    if not contacts.organisers:
        return []
    lines = [
        words("contacts.person_of", name=each.name, organisation=each.organisation)
        if each.organisation
        else words("contacts.person", name=each.name)
        for each in contacts.organisers
    ]
    return ["", words("contacts.organisers"), *lines]


def _chairs(words: Words, contacts: Contacts) -> Sequence[str]:
    chairing = [(session, names) for session, names in contacts.chairing if names]
    if not chairing:
        return []
    day = times.day(words, chairing[0][0].starts.date())
    lines = [
        words(
            "contacts.chair",
            time=times.time(session.starts),
            title=shortened(session.title, TITLE_CHARACTERS),
            names=", ".join(names),
        )
        for session, names in chairing
    ]
    return ["", words("contacts.chairs", day=day), *lines]
