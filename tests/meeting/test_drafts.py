"""What one more message makes of a draft."""

from dataclasses import replace

from meeting.announcements import Medium, MediumKind, Message, Text
from meeting.drafts import Awaited, Draft, Written, translated, without_translation, written_anew

ENGLISH, FRENCH, LATER = (Text(words, words) for words in ("At six.", "À six heures.", "At 7."))
PHOTO = Medium(MediumKind.PHOTO, "photo-1")
BOTH = Message({"en": ENGLISH, "fr": FRENCH}, PHOTO)
DRAFT = Draft(1, 7, BOTH)


def test_new_text_takes_the_place_of_the_message_with_its_translations() -> None:
    assert written_anew(DRAFT, Written(LATER), "en") == Message({"en": LATER})
    assert written_anew(DRAFT, Written(LATER, PHOTO), "fr") == Message({"fr": LATER}, PHOTO)


def test_correction_keeps_the_picture() -> None:
    correction = replace(DRAFT, corrects=3)
    assert written_anew(correction, Written(LATER), "en") == Message({"en": LATER}, PHOTO)


def test_translation_comes_after_the_text_it_translates() -> None:
    draft = Draft(1, 7, Message({"en": ENGLISH}), awaited=Awaited.TRANSLATION, language="fr")
    message = translated(draft, Written(FRENCH))
    assert message == Message({"en": ENGLISH, "fr": FRENCH})
    assert message is not None
    assert list(message.texts) == ["en", "fr"]
    assert translated(Draft(1, 7), Written(FRENCH)) is None


def test_first_text_is_never_dropped() -> None:
    assert without_translation(BOTH, "fr") == Message({"en": ENGLISH}, PHOTO)
    assert without_translation(BOTH, "en") == BOTH


def test_message_is_empty_without_words_and_picture() -> None:
    nothing, words = Text(" \n ", ""), Text("Hi", "Hi")
    messages = [
        Written(nothing),
        Written(nothing, PHOTO),
        Written(words),
        Written(words, None, True),
    ]
    assert [message.is_empty for message in messages] == [True, False, False, True]
