"""An announcement while it is written: nothing is lost, nothing is sent twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from meeting.announcements import Medium, MediumKind, Message, Status, Text, VersionKind
from meeting.audience import Audience, Kind
from meeting.delivery import Urgency
from meeting.people import Participant
from services.announcements import Announcements
from services.drafts import Awaited, Draft, Written
from services.errors import (
    AttacheError,
    DraftGone,
    MediumStays,
    NobodyChosen,
    NothingToSend,
    NotThere,
    TimePast,
    TimeSkipped,
    TimeUnclear,
    TooLong,
)
from tests.services.writing_desk import ADA, BO, CLEO, DAN, NOON, OLA, SENDER, WritingDesk, said
from tests.two_days import at

PHOTO = Medium(MediumKind.PHOTO, "photo-1")
OTHER_PHOTO = Medium(MediumKind.PHOTO, "photo-2")
BUSES, FRENCH = "The buses leave at 18:30.", "Les bus partent à 18 h 30."
EVERYBODY = [(ADA.name, "pending"), (BO.name, "not-linked"), (CLEO.name, "pending"),
             (DAN.name, "not-linked")]  # fmt: skip


@pytest.fixture
def desk(tmp_path: Path) -> WritingDesk:
    return WritingDesk(tmp_path)


def words(**texts: str) -> dict[str, Text]:
    return {language: Text(plain, plain) for language, plain in texts.items()}


def test_draft_waits_for_its_text_and_then_for_nothing(desk: WritingDesk) -> None:
    drafts = desk.drafts
    before = drafts.expects(OLA)
    begun = drafts.begin(OLA)
    awaits = drafts.expects(OLA)
    taken = drafts.take(OLA, said(BUSES))
    assert [before, awaits, drafts.expects(OLA)] == [False, True, False]
    assert begun == Draft(begun.draft_id, OLA.chat_id)
    assert taken == replace(begun, message=Message(words(en=BUSES)), awaited=None)
    assert drafts.current(OLA) == taken


def test_draft_is_nobody_elses(desk: WritingDesk) -> None:
    draft = desk.drafts.begin(OLA)
    assert desk.drafts.current(SENDER) is None
    assert desk.drafts.expects(SENDER) is False
    with pytest.raises(DraftGone):
        desk.drafts.one(SENDER, draft.draft_id)
    with pytest.raises(DraftGone):
        desk.drafts.send(SENDER, draft.draft_id)


@pytest.mark.parametrize(
    ("text", "language"), [(BUSES, "en"), (FRENCH, "fr"), ("18:30!", "en"), ("Ciao", "en")]
)
def test_text_is_in_the_language_it_reads_like(desk: WritingDesk, text: str, language: str) -> None:
    desk.drafts.begin(OLA)
    assert desk.drafts.take(OLA, said(text)).message == Message(words(**{language: text}))


def test_text_that_reads_like_none_is_in_the_authors_language(desk: WritingDesk) -> None:
    author = replace(OLA, chosen_language="fr")
    desk.drafts.begin(author)
    assert desk.drafts.take(author, said("18:30!")).message == Message(words(fr="18:30!"))


def test_translation_is_added_and_taken_away(desk: WritingDesk) -> None:
    drafts = desk.drafts
    desk.write(BUSES)
    draft = drafts.current(OLA)
    assert draft
    drafts.await_(draft, Awaited.TRANSLATION, "fr")
    both = drafts.take(OLA, said(FRENCH))
    assert both.message == Message(words(en=BUSES, fr=FRENCH))
    assert (both.awaited, both.language) == (None, None)
    assert drafts.drop_translation(both, "fr").message == Message(words(en=BUSES))
    assert drafts.current(OLA) == draft


def test_language_that_is_not_spoken_is_not_asked_for(desk: WritingDesk) -> None:
    with pytest.raises(NotThere):
        desk.drafts.await_(desk.drafts.begin(OLA), Awaited.TRANSLATION, "de")


def test_text_anew_takes_the_translations_along(desk: WritingDesk) -> None:
    desk.write(BUSES)
    draft = desk.drafts.current(OLA)
    assert draft
    desk.drafts.await_(draft, Awaited.TRANSLATION, "fr")
    draft = desk.drafts.take(OLA, said(FRENCH))
    desk.drafts.await_(draft, Awaited.TEXT)
    assert desk.drafts.take(OLA, said("At 19:00.")).message == Message(words(en="At 19:00."))


@pytest.mark.parametrize(
    ("written", "error"),
    [
        (Written(Text("x", "x"), unusable=True), NothingToSend),
        (Written(Text(" \n", "")), NothingToSend),
        (said("x" * 4097), TooLong),
        (said("🎉" * 2049), TooLong),
        (Written(Text("x" * 1025, ""), PHOTO), TooLong),
    ],
)
def test_what_cannot_be_sent_is_refused_and_the_draft_waits_on(
    desk: WritingDesk, written: Written, error: type[AttacheError]
) -> None:
    begun = desk.drafts.begin(OLA)
    with pytest.raises(error):
        desk.drafts.take(OLA, written)
    assert desk.drafts.current(OLA) == begun


@pytest.mark.parametrize(
    "written",
    [
        said("x" * 4096),
        said("🎉" * 2048),
        Written(Text("x" * 1024, ""), PHOTO),
        Written(Text("", ""), PHOTO),
    ],
)
def test_longest_text_and_a_picture_alone_are_taken(desk: WritingDesk, written: Written) -> None:
    desk.drafts.begin(OLA)
    message = desk.drafts.take(OLA, written).message
    assert message == Message({"en": written.text}, written.medium)


def test_too_long_says_how_long_and_how_long_it_may_be(desk: WritingDesk) -> None:
    desk.drafts.begin(OLA)
    with pytest.raises(TooLong) as caught:
        desk.drafts.take(OLA, Written(Text("🎉" * 600, ""), PHOTO))
    assert (caught.value.length, caught.value.limit) == (1200, 1024)


def test_translation_changes_the_words_only(desk: WritingDesk) -> None:
    desk.drafts.begin(OLA)
    draft = desk.drafts.take(OLA, Written(Text(BUSES, BUSES), PHOTO))
    waiting = desk.drafts.await_(draft, Awaited.TRANSLATION, "fr")
    with pytest.raises(MediumStays):
        desk.drafts.take(OLA, Written(Text(FRENCH, FRENCH), OTHER_PHOTO))
    with pytest.raises(TooLong):
        desk.drafts.take(OLA, said("x" * 1025))
    assert desk.drafts.current(OLA) == waiting
    message = desk.drafts.take(OLA, Written(Text(FRENCH, FRENCH), PHOTO)).message
    assert message == Message(words(en=BUSES, fr=FRENCH), PHOTO)


def test_message_that_nothing_waits_for_is_not_taken(desk: WritingDesk) -> None:
    desk.write(BUSES)
    with pytest.raises(DraftGone):
        desk.drafts.take(OLA, said("Who chairs the closing?"))
    with pytest.raises(DraftGone):
        desk.drafts.take_time(OLA, "18:30")
    draft = desk.drafts.current(OLA)
    assert draft
    assert draft.message == Message(words(en=BUSES))


def test_audience_is_chosen_once_a_value_is_and_not_after_the_last_is_taken_back(
    desk: WritingDesk,
) -> None:
    drafts = desk.drafts
    begun = drafts.begin(OLA)
    development = drafts.toggle(begun, Kind.COMMUNITY, "development")
    none = drafts.toggle(development, Kind.COMMUNITY, "development")
    everyone = drafts.everyone(none)
    stages = (begun, development, none, everyone)
    assert [draft.audience_is_chosen for draft in stages] == [False, True, False, True]
    assert [drafts.reach(draft).count for draft in stages] == [0, 2, 0, 4]
    assert drafts.current(OLA) == everyone


def test_button_of_an_older_draft_does_nothing(desk: WritingDesk) -> None:
    drafts = desk.drafts
    old, new = drafts.begin(OLA), drafts.begin(OLA)
    deeds: tuple[Callable[[], object], ...] = (
        lambda: drafts.one(OLA, old.draft_id),
        lambda: drafts.send(OLA, old.draft_id),
        lambda: drafts.toggle(old, Kind.LANGUAGE, "fr"),
        lambda: drafts.everyone(old),
        lambda: drafts.choose_urgency(old, Urgency.URGENT),
        lambda: drafts.await_(old, None),
    )
    for deed in deeds:
        with pytest.raises(DraftGone):
            deed()
    drafts.discard(OLA, old.draft_id)
    assert drafts.current(OLA) == new
    drafts.discard(OLA, new.draft_id)
    assert drafts.current(OLA) is None


def test_time_is_read_on_the_meetings_clock(desk: WritingDesk) -> None:
    drafts = desk.drafts
    desk.write(BUSES)
    draft = drafts.current(OLA)
    assert draft
    waiting = drafts.await_(draft, Awaited.TIME)
    for text, error in (
        ("soon", TimeUnclear), ("12:59", TimePast), ("30 March 2:30", TimeSkipped)
    ):  # fmt: skip
        with pytest.raises(error):
            drafts.take_time(OLA, text)
    assert drafts.current(OLA) == waiting
    assert drafts.take_time(OLA, "18h30") == at(11, "18:30")
    assert drafts.current(OLA) == draft


def test_sent_draft_is_gone_and_everybody_meant_has_a_delivery(desk: WritingDesk) -> None:
    draft_id = desk.write(BUSES)
    sent = desk.drafts.send(OLA, draft_id)
    assert desk.drafts.current(OLA) is None
    assert desk.states() == EVERYBODY
    assert (sent.author, sent.status, sent.urgency) == (7, Status.RUNNING, Urgency.ROUTINE)
    assert (sent.audience, sent.version.message) == (Audience(), Message(words(en=BUSES)))
    assert (sent.began_at, sent.useful_until) == (NOON, at(12, "00:00"))


def test_send_pressed_five_times_at_once_sends_once(desk: WritingDesk) -> None:
    draft_id = desk.write(BUSES)

    def press(_time: int) -> bool:
        try:
            return bool(desk.drafts.send(OLA, draft_id))
        except DraftGone:
            return False

    with ThreadPoolExecutor(5) as threads:
        sent = list(threads.map(press, range(5)))
    assert (sum(sent), len(desk.sent.past(OLA)), len(desk.states())) == (1, 1, 4)


def test_two_authors_send_at_once(desk: WritingDesk) -> None:
    work = [(OLA, desk.write(BUSES)), (SENDER, desk.write("Lunch is served.", SENDER))]
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda each: desk.drafts.send(*each), work))
    assert {report.announcement.author for report in desk.sent.past(OLA)} == {7, 8}


def test_audience_narrows_who_has_a_delivery(desk: WritingDesk) -> None:
    desk.drafts.begin(OLA)
    draft = desk.drafts.take(OLA, said(BUSES))
    desk.drafts.toggle(draft, Kind.LANGUAGE, "fr")
    desk.drafts.send(OLA, draft.draft_id)
    assert desk.states() == [(CLEO.name, "pending")]


def test_nothing_is_sent_without_words_or_to_nobody(desk: WritingDesk) -> None:
    draft = desk.drafts.begin(OLA)
    with pytest.raises(NothingToSend):
        desk.drafts.send(OLA, draft.draft_id)
    draft = desk.drafts.take(OLA, said(BUSES))
    with pytest.raises(NobodyChosen):
        desk.drafts.send(OLA, draft.draft_id)
    draft = desk.drafts.toggle(draft, Kind.COMMUNITY, "diplomacy")
    draft = desk.drafts.toggle(draft, Kind.ORGANISATION, "UNDP")
    with pytest.raises(NobodyChosen):
        desk.drafts.send(OLA, draft.draft_id)
    assert desk.drafts.current(OLA) == draft


def test_scheduled_draft_waits_without_deliveries(desk: WritingDesk) -> None:
    draft_id = desk.write(BUSES)
    with pytest.raises(TimePast):
        desk.drafts.send(OLA, draft_id, NOON)
    planned = desk.drafts.send(OLA, draft_id, at(12, "08:00"))
    assert (planned.status, desk.states()) == (Status.SCHEDULED, [])
    assert (planned.began_at, planned.useful_until) == (at(12, "08:00"), at(13, "00:00"))
    assert desk.drafts.current(OLA) is None


def test_correction_goes_to_whom_the_announcement_was_for(desk: WritingDesk) -> None:
    number = desk.send(BUSES)
    draft = desk.drafts.correct(OLA, number)
    assert (draft.message, draft.corrects) == (Message(words(en=BUSES)), number)
    assert (draft.awaited, desk.drafts.expects(OLA)) == (Awaited.TEXT, True)
    assert [one.name for one in desk.drafts.reach(draft).people] == [name for name, _ in EVERYBODY]
    desk.drafts.take(OLA, said("The buses leave at 18:45."))
    corrected = desk.drafts.send(OLA, draft.draft_id)
    assert (corrected.announcement_id, corrected.version.number) == (number, 2)
    assert corrected.version.kind is VersionKind.CORRECTION
    assert corrected.version.message == Message(words(en="The buses leave at 18:45."))
    assert desk.states() == EVERYBODY
    with pytest.raises(DraftGone):
        desk.drafts.send(OLA, draft.draft_id)


def test_correction_of_one_language_leaves_the_other(desk: WritingDesk) -> None:
    number = desk.send(BUSES)
    draft = desk.drafts.correct(OLA, number)
    desk.drafts.await_(draft, Awaited.TRANSLATION, "fr")
    desk.drafts.take(OLA, said(FRENCH))
    corrected = desk.drafts.send(OLA, draft.draft_id)
    assert corrected.version.message == Message(words(en=BUSES, fr=FRENCH))


def test_correction_keeps_the_picture_and_takes_no_other(desk: WritingDesk) -> None:
    desk.drafts.begin(OLA)
    desk.drafts.everyone(desk.drafts.take(OLA, Written(Text(BUSES, BUSES), PHOTO)))
    draft = desk.drafts.current(OLA)
    assert draft
    number = desk.drafts.send(OLA, draft.draft_id).announcement_id
    correction = desk.drafts.correct(OLA, number)
    with pytest.raises(MediumStays):
        desk.drafts.take(OLA, Written(Text("New", "New"), OTHER_PHOTO))
    with pytest.raises(TooLong):
        desk.drafts.take(OLA, said("x" * 1025))
    assert desk.drafts.current(OLA) == correction
    assert desk.drafts.take(OLA, said("At 7")).message == Message(words(en="At 7"), PHOTO)


def test_correction_without_anything_new_is_not_sent(desk: WritingDesk) -> None:
    draft = desk.drafts.correct(OLA, desk.send(BUSES))
    with pytest.raises(NothingToSend):
        desk.drafts.send(OLA, draft.draft_id)
    desk.drafts.take(OLA, said(BUSES))
    with pytest.raises(NothingToSend):
        desk.drafts.send(OLA, draft.draft_id)


@pytest.mark.parametrize("end", [Announcements.withdraw, Announcements.cancel])
def test_what_was_stopped_cannot_be_corrected(
    desk: WritingDesk, end: Callable[[Announcements, Participant, int], object]
) -> None:
    number = desk.send(BUSES)
    draft = desk.drafts.correct(OLA, number)
    desk.drafts.take(OLA, said("At 19:00."))
    end(desk.sent, OLA, number)
    with pytest.raises(NotThere):
        desk.drafts.send(OLA, draft.draft_id)
    with pytest.raises(NotThere):
        desk.drafts.correct(OLA, number)


def test_what_has_not_gone_out_or_is_anothers_cannot_be_corrected(desk: WritingDesk) -> None:
    planned = desk.drafts.send(OLA, desk.write(BUSES), datetime(2008, 2, 12, 8, tzinfo=UTC))
    with pytest.raises(NotThere):
        desk.drafts.correct(OLA, planned.announcement_id)
    number = desk.send(BUSES)
    with pytest.raises(NotThere):
        desk.drafts.correct(SENDER, number)
    assert desk.drafts.correct(OLA, number).corrects == number
