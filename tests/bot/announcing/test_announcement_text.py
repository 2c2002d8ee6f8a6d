"""A copy of an announcement: marks, the text in the person's language, [Got it]."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from telegram import InlineKeyboardMarkup

from bot.announcing import announcement_text
from bot.announcing.announcement_text import MARKS, Outgoing, mark, mark_of, preview
from bot.render import units
from bot.wording import Words
from meeting.announcements import Medium, MediumKind, Message, Text, VersionKind
from meeting.delivery import Urgency
from services.parcels import Mark, Parcel
from tests.bot.drafts import BUSES, DRAFT, ENGLISH, FRENCH, OSLO
from tests.bot.fake_outbox import NOON, announcement, parcel

MAP = Medium(MediumKind.PHOTO, "file-7")
BOTH = Message({"en": Text("Buses", "<b>Buses</b>"), "fr": Text("Les bus", "Les bus")})


def buttons(made: Outgoing) -> list[list[tuple[str, object]]]:
    keyboard = made.keyboard or InlineKeyboardMarkup([])
    return [[(each.text, each.callback_data) for each in row] for row in keyboard.inline_keyboard]


def outgoing(words: Words, made: Parcel, zone: ZoneInfo) -> Outgoing:
    """What a parcel of an announcement becomes."""
    return announcement_text.outgoing(words, made.content, made.marks, zone)


def test_plain_copy_is_the_text_and_nothing_else() -> None:
    made = outgoing(ENGLISH, parcel(said=announcement(BUSES)), OSLO)
    assert made == Outgoing("Buses at <b>&lt;18:30&gt;</b>", "Buses at <18:30>", None, None)


@pytest.mark.parametrize(("words", "html"), [(ENGLISH, "<b>Buses</b>"), (FRENCH, "Les bus")])
def test_text_is_in_the_persons_language(words: Words, html: str) -> None:
    assert outgoing(words, parcel(said=announcement(BOTH)), OSLO).html == html


def test_first_text_serves_whoever_speaks_none_of_the_languages() -> None:
    only_french = Message({"fr": Text("Les bus", "Les bus")})
    assert outgoing(ENGLISH, parcel(said=announcement(only_french)), OSLO).html == "Les bus"


def test_urgent_copy_asks_for_got_it() -> None:
    urgent = announcement(BUSES, Urgency.URGENT)
    made = outgoing(FRENCH, parcel(said=urgent), OSLO)
    assert buttons(made) == [[("Bien reçu", "gotit:1")]]


def test_marks_stand_above_in_italics_with_the_meetings_time() -> None:
    made = outgoing(ENGLISH, parcel(marks=(Mark.LATE, Mark.CORRECTED)), OSLO)
    assert made.html == (
        "<i>First sent on Monday 11 February at 13:00.</i>\n"
        "<i>Corrected on Monday 11 February at 13:00.</i>\n\n"
        "Buses leave at <b>&lt;18:30&gt;</b>."
    )
    assert made.plain == (
        "First sent on Monday 11 February at 13:00.\n"
        "Corrected on Monday 11 February at 13:00.\n\n"
        "Buses leave at <18:30>."
    )


def test_withdrawn_copy_is_struck_through_and_asks_for_nothing() -> None:
    withdrawn = announcement(BOTH, Urgency.URGENT, VersionKind.WITHDRAWAL)
    made = outgoing(ENGLISH, parcel(said=withdrawn, marks=(Mark.WITHDRAWN,)), OSLO)
    assert made == Outgoing(
        "<i>Withdrawn on Monday 11 February at 13:00. It no longer holds.</i>\n\n<s>Buses</s>",
        "Withdrawn on Monday 11 February at 13:00. It no longer holds.\n\nBuses",
        None,
        None,
    )


def test_mark_without_room_becomes_the_first_button_and_a_tap_tells_it() -> None:
    long = announcement(Message({"en": Text("a" * 4090, "a" * 4090)}), Urgency.URGENT)
    made = outgoing(ENGLISH, parcel(said=long, marks=(Mark.CORRECTED,)), OSLO)
    at = int(NOON.timestamp())
    assert (made.html, made.plain) == ("a" * 4090, "a" * 4090)
    assert buttons(made) == [
        [("Corrected on Monday 11 February at 13:00.", f"mark:corrected:{at}")],
        [("Got it", "gotit:1")],
    ]
    told = mark_of(FRENCH, f"corrected:{at}", OSLO)
    assert told == "Annonce corrigée le lundi 11 février à 13:00."


@pytest.mark.parametrize(("length", "html"), [(1024 - 43, True), (1024 - 42, False)])
def test_caption_has_less_room_for_marks(length: int, html: bool) -> None:
    caption = Message({"en": Text("a" * length, "a" * length)}, MAP)
    made = outgoing(ENGLISH, parcel(said=announcement(caption), marks=(Mark.CORRECTED,)), OSLO)
    assert made.medium == MAP
    assert (made.html != "a" * length) == html
    assert units(made.plain) <= 1024


def test_picture_without_words_has_only_its_mark() -> None:
    picture = announcement(Message({"en": Text("", "")}, MAP))
    assert outgoing(ENGLISH, parcel(said=picture), OSLO) == Outgoing("", "", MAP, None)
    made = outgoing(ENGLISH, parcel(said=picture, marks=(Mark.AGAIN,)), OSLO)
    assert made.html == "<i>The organisers are sending this once more.</i>"


def test_preview_is_what_others_will_get_with_a_button_for_show() -> None:
    draft = replace(DRAFT, urgency=Urgency.URGENT)
    made = preview(ENGLISH, draft)
    sent = outgoing(ENGLISH, parcel(said=announcement(BUSES, Urgency.URGENT)), OSLO)
    assert replace(made, keyboard=None) == replace(sent, keyboard=None)
    assert buttons(made) == [[("Got it", "an:sample:12")]]


def test_preview_of_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="no message yet"):
        preview(ENGLISH, replace(DRAFT, message=None))


@pytest.mark.parametrize("words", [ENGLISH, FRENCH], ids=lambda words: words.language)
def test_every_mark_fits_into_a_note(words: Words) -> None:
    assert max(units(mark(words, name, NOON, OSLO).text) for name in MARKS) <= 200
