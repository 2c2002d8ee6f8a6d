"""What people are told when a paper changes under an answer: once, and only what holds then."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from meeting.delivery import Event, State
from meeting.notices import NoticeKind
from meeting.paper_audience import AudienceKind, PaperAudience
from meeting.people import Community, Participant, Person, Role
from services.recall_letter import RecallLetter, RecallLine
from store.agendas import Agendas
from store.notices import Notices
from store.told import ANSWERED_WITHIN
from tests.services.mailroom import NOON, OSLO
from tests.services.recall_desk import FIVE, FOUR, OTHER, QUOTE, SIX, RecallDesk
from tests.two_days import AGENDA

NEW = "The paper covers five cases."
CHANGED = (QUOTE, NEW, "¶ 12, p. 5")


@pytest.fixture
def desk(tmp_path: Path) -> RecallDesk:
    return RecallDesk(tmp_path)


def test_whoever_was_told_the_old_words_is_told_the_new_ones_and_nobody_else(
    desk: RecallDesk,
) -> None:
    desk.answer(0)
    desk.answer(1, position=1)
    desk.wait(days=1)
    desk.publish(FIVE, OTHER)
    told_at, at = NOON.astimezone(OSLO), (NOON + timedelta(days=1)).astimezone(OSLO)
    line = RecallLine(told_at, QUOTE, NEW, "¶ 12, p. 5")
    assert desk.letters() == {
        100: RecallLetter(1, 1, "Country cases", 2, True, (line,), at, answer=40)
    }


def test_many_answers_make_one_notice(desk: RecallDesk) -> None:
    for _ in range(3):
        desk.answer(0)
    desk.answer(0, position=1)
    assert desk.make_live(desk.add(FIVE).version_id) == 1
    gone = ("Norway writes it with the World Bank.", "", "")
    assert desk.words() == {100: [CHANGED, gone]}
    assert desk.words() == {}


def test_quiet_publication_tells_nobody(desk: RecallDesk) -> None:
    desk.answer(0)
    desk.publish(FIVE, OTHER, tell=False)
    assert desk.words() == {}


def test_what_the_bot_offered_or_never_sent_is_no_answer(desk: RecallDesk) -> None:
    desk.answer(0, number=0)
    desk.answer(1, message_id=None)
    desk.wait(minutes=3)
    assert desk.make_live(desk.add(FIVE, OTHER).version_id) == 0


def test_answer_that_is_on_its_way_while_the_paper_changes_is_recalled(desk: RecallDesk) -> None:
    desk.answer(0, message_id=None)
    desk.publish(FIVE, OTHER)
    assert desk.words() == {100: [CHANGED]}


def test_answer_of_long_ago_is_left_alone(desk: RecallDesk) -> None:
    desk.answer(0)
    desk.wait(days=1)
    desk.answer(1)
    desk.clock.time = NOON + ANSWERED_WITHIN + timedelta(seconds=1)
    desk.publish(FIVE, OTHER)
    assert desk.words() == {101: [CHANGED]}


def test_answer_from_before_a_quiet_version_is_compared_with_what_holds(desk: RecallDesk) -> None:
    desk.answer(0)
    desk.publish(FIVE, OTHER, tell=False)
    desk.publish(SIX, OTHER)
    assert desk.words() == {100: [(QUOTE, "The paper covers six cases.", "¶ 12, p. 4")]}


def test_whoever_asked_again_meanwhile_knows_already(desk: RecallDesk) -> None:
    desk.answer(0)
    second = desk.publish(FIVE, OTHER, tell=False)
    desk.wait(hours=1)
    desk.answer(0, quotes=(NEW,), version_id=second.version_id)
    longer = replace(OTHER, text="Norway writes it.")
    assert desk.make_live(desk.add(FIVE, longer).version_id) == 0


def test_answer_that_was_asked_anew_before_the_recall_went_out_is_not_recalled(
    desk: RecallDesk,
) -> None:
    desk.answer(0)
    second = desk.publish(FIVE, OTHER)
    desk.wait(minutes=1)
    desk.answer(0, quotes=(NEW,), version_id=second.version_id)
    assert desk.words() == {}


def test_still_newer_version_is_what_a_late_recall_tells_of(desk: RecallDesk) -> None:
    desk.answer(0)
    desk.publish(FIVE, OTHER)
    desk.wait(minutes=1)
    desk.publish(SIX, OTHER)
    assert desk.words() == {100: [(QUOTE, "The paper covers six cases.", "¶ 12, p. 4")]}


def test_recall_of_what_was_rolled_back_is_dropped(desk: RecallDesk) -> None:
    desk.answer(0)
    second = desk.publish(FIVE, OTHER)
    desk.make_live(desk.first.version_id)
    assert desk.words() == {}
    heard = Notices(desk.engine).heard(NoticeKind.RECALL, second.version_id)
    assert [each.state for each in heard] == [State.CANCELLED]


def test_roll_back_after_a_recall_is_told_too(desk: RecallDesk) -> None:
    desk.answer(0)
    desk.publish(FIVE, OTHER)
    assert desk.words() == {100: [CHANGED]}
    desk.wait(hours=1)
    desk.make_live(desk.first.version_id)
    (letter,) = desk.letters().values()
    assert [(line.old, line.new) for line in letter.lines] == [(NEW, QUOTE)]
    assert (letter.number, letter.is_newer, letter.answer) == (1, False, None)


def test_later_version_that_says_the_same_tells_nothing_more(desk: RecallDesk) -> None:
    desk.answer(0)
    desk.publish(FIVE, OTHER)
    desk.words()
    desk.wait(hours=1)
    assert desk.make_live(desk.add(FIVE, OTHER, replace(OTHER, text="And more.")).version_id) == 0


def test_changed_number_comes_first(desk: RecallDesk) -> None:
    desk.answer(0, position=1, quotes=())
    desk.answer(0, position=0)
    other = replace(OTHER, text="Sweden writes it with the World Bank.")
    desk.publish(other, FIVE)
    assert [new for _, new, _ in desk.words()[100]] == [NEW, other.text]


def test_sentence_that_only_went_elsewhere_is_not_recalled(desk: RecallDesk) -> None:
    desk.answer(0)
    desk.publish(replace(FOUR, text="Each is short."), OTHER, replace(FOUR, text=QUOTE))
    assert desk.words() == {}


def test_whoever_switched_it_off_is_not_told(desk: RecallDesk) -> None:
    for person in range(3):
        desk.answer(person)
    recall = desk.recall
    recall.choose(Participant(100, "P0", person_id=desk.ids[0]), False)
    desk.publish(FIVE, OTHER)
    recall.choose(Participant(101, "P1", person_id=desk.ids[1]), False)
    wanted = [recall.is_wanted(Participant(chat, "")) for chat in (100, 101, 102)]
    assert (wanted, desk.words()) == ([False, False, True], {102: [CHANGED]})


def test_only_those_who_may_still_read_the_paper_are_told(desk: RecallDesk) -> None:
    desk.rows.replace_list(
        [
            Person("p0", "Person 0", community=Community.DEVELOPMENT),
            Person("p1", "Person 1", community=Community.DIPLOMACY),
            Person("p2", "Person 2", role=Role.ORGANISER),
        ]
    )
    for person in range(3):
        desk.answer(person)
    desk.give_to(PaperAudience(AudienceKind.COMMUNITY, Community.DEVELOPMENT))
    assert desk.make_live(desk.add(FIVE, OTHER).version_id) == 2
    desk.give_to(PaperAudience(AudienceKind.ORGANISERS))
    assert desk.words() == {102: [CHANGED]}


def test_paper_of_a_session_is_recalled_from_its_people_alone(desk: RecallDesk) -> None:
    Agendas(desk.engine).add(AGENDA, "", NOON)
    desk.rows.replace_list(
        [Person("p0", "P0", sessions=("police",)), Person("p1", "P1"), Person("p2", "P2")]
    )
    for person in range(3):
        desk.answer(person)
    desk.give_to(PaperAudience(AudienceKind.SESSION, "police"))
    assert desk.make_live(desk.add(FIVE, OTHER).version_id) == 1
    assert desk.words() == {100: [CHANGED]}


def test_nobody_hears_of_a_paper_that_is_gone(desk: RecallDesk) -> None:
    desk.answer(0)
    desk.publish(FIVE, OTHER)
    with desk.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE papers SET live_version_id = NULL")
    assert desk.words() == {}


def test_version_that_goes_live_while_a_recall_is_on_its_way_is_told_too(desk: RecallDesk) -> None:
    desk.answer(0)
    desk.publish(FIVE, OTHER)
    parcel = desk.next()  # it says "five"
    desk.wait(seconds=1)
    desk.publish(SIX, OTHER)
    desk.wait(seconds=1)
    desk.outbox.settle(parcel, Event.ACCEPTED, message_id=1000)
    assert desk.words() == {100: [(NEW, "The paper covers six cases.", "¶ 12, p. 4")]}
    assert desk.words() == {}


def test_late_recall_counts_for_the_version_that_it_told_of(desk: RecallDesk) -> None:
    desk.answer(0)
    second = desk.publish(FIVE, OTHER)
    desk.wait(minutes=1)
    desk.publish(SIX, OTHER, tell=False)
    six = "The paper covers six cases."
    assert desk.words() == {100: [(QUOTE, six, "¶ 12, p. 4")]}
    desk.wait(hours=1)
    assert desk.make_live(second.version_id) == 1
    assert desk.words() == {100: [(six, NEW, "¶ 12, p. 5")]}


def test_answer_from_before_a_quiet_version_is_recalled_by_one_that_says_the_same(
    desk: RecallDesk,
) -> None:
    desk.answer(0)
    desk.publish(FIVE, OTHER, tell=False)
    assert desk.words() == {}
    again = desk.add(FIVE, OTHER)
    assert desk.make_live(again.version_id) == 1
    assert desk.words() == {100: [CHANGED]}
