"""What /announce asks and says."""

from dataclasses import replace
from datetime import datetime

from bot.announcing import announce_text
from bot.announcing.announce_text import View
from meeting.announcements import Message, Text
from meeting.audience import Audience, Kind
from meeting.delivery import Urgency
from services.config import AnnouncementsSection
from services.drafts import Awaited, Reach
from tests.bot.drafts import BUSES, DRAFT, ENGLISH, FRENCH, OSLO, candidate

NOW = datetime(2008, 2, 11, 13, 52, tzinfo=OSLO)
PEOPLE = Reach((candidate("A"), candidate("B", "fr"), candidate("C", "fr", linked=False)))
VIEW = View(PEOPLE, {}, ("en", "fr"), AnnouncementsSection())
BOTH = Message({**BUSES.texts, "fr": Text("Les bus", "Les bus")})


def test_control_says_to_whom_how_loud_and_in_which_languages() -> None:
    draft = replace(DRAFT, audience=Audience(((Kind.COMMUNITY, "development"),)))
    assert announce_text.control(ENGLISH, draft, VIEW) == (
        "↑ This is how it will look.\n"
        "<b>To:</b> Development · 3 people, 1 of whom has never opened the bot\n"
        "<b>Normal:</b> no sound between 22:00 and 07:00\n"
        "<b>In:</b> English; 2 of them would rather read French"
    )


def test_control_of_an_urgent_one_in_two_languages_in_french() -> None:
    draft = replace(DRAFT, message=BOTH, urgency=Urgency.URGENT)
    assert announce_text.control(FRENCH, draft, VIEW) == (
        "↑ Voilà comment elle apparaîtra.\n"
        "<b>Pour\u202f:</b> Tout le monde · 3 personnes, dont 1 n’a jamais ouvert le bot\n"
        "<b>Urgente\u202f:</b> avec un son à toute heure, et un bouton «\u202fBien reçu\u202f»\n"
        "<b>En\u202f:</b> anglais, français"
    )


def test_control_without_a_night_and_without_other_languages_says_nothing_of_them() -> None:
    quiet = AnnouncementsSection(night_begins=NOW.time(), night_ends=NOW.time())
    view = replace(VIEW, offered=("en",), settings=quiet)
    assert announce_text.control(ENGLISH, DRAFT, view).splitlines()[2:] == ["<b>Normal</b>"]


def test_control_of_a_correction_says_what_it_does() -> None:
    view = replace(VIEW, offered=("en",))
    assert announce_text.control(ENGLISH, replace(DRAFT, corrects=3), view) == (
        "↑ This is how it will look.\n"
        "It takes the place of the old text in every chat. Phones make no sound."
    )


def test_question_is_about_what_is_awaited() -> None:
    drafts = [
        replace(DRAFT, message=None, awaited=Awaited.TEXT),
        replace(DRAFT, awaited=Awaited.TEXT),
        replace(DRAFT, message=BOTH, awaited=Awaited.TEXT),
        replace(DRAFT, awaited=Awaited.TRANSLATION, language="fr"),
        replace(DRAFT, awaited=Awaited.TIME),
        replace(DRAFT, awaited=Awaited.TEXT, corrects=3),
    ]
    assert [announce_text.question(ENGLISH, each, NOW) for each in drafts] == [
        "Write the message, or forward one. A photo or a file may go with it.",
        "Write it anew, or forward it. It takes the place of the text above.",
        "Write it anew, or forward it. It takes the place of the text above. "
        "The texts in other languages go with it; you can give them again afterwards.",
        "Now the text in French. Everybody I speak French with gets that one.",
        "When? Tap a moment, or write one, such as <i>18:30</i>, <i>tomorrow 8:00</i> or "
        "<i>Wednesday 13 February 9:15</i> (Oslo time).",
        "Write the corrected text. In every chat it takes the place of the old one, marked as "
        "corrected.",
    ]


def test_moment_is_confirmed_with_its_day_and_the_silence_of_the_night() -> None:
    morning, night = NOW.replace(day=12, hour=8, minute=0), NOW.replace(day=12, hour=3, minute=0)
    line = (
        "It goes out on <b>Tuesday 12 February at {}</b> (Oslo time) to 3 people, "
        "1 of whom has never opened the bot."
    )
    assert announce_text.confirm(ENGLISH, DRAFT, VIEW, morning) == line.format("08:00")
    assert announce_text.confirm(ENGLISH, DRAFT, VIEW, night) == (
        line.format("03:00") + "\nPhones make no sound at that hour, unless it is urgent."
    )
    urgent = replace(DRAFT, urgency=Urgency.URGENT)
    assert announce_text.confirm(ENGLISH, urgent, VIEW, night) == line.format("03:00")


def test_sent_counts_who_gets_it_now_and_who_later() -> None:
    assert announce_text.under_way(ENGLISH, DRAFT, PEOPLE) == (
        "On its way to 2 people.\n"
        "1 more has never opened the bot, and gets it if they open it in time."
    )
    blocked = Reach((candidate("A"), candidate("B", reachable=False)))
    assert announce_text.under_way(ENGLISH, DRAFT, blocked) == "On its way to 1 person."
    later = Reach((candidate("A", linked=False),))
    assert announce_text.under_way(ENGLISH, DRAFT, later) == (
        "None of them has opened the bot yet. They get it if they open it in time."
    )
    corrected = replace(DRAFT, corrects=3)
    assert announce_text.under_way(ENGLISH, corrected, PEOPLE) == (
        "The correction is on its way. /sent shows how it goes."
    )
