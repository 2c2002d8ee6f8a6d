"""Whom an announcement can be for, and what people can be chosen by."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import update

from meeting.audience import Audience, Candidate, Kind
from meeting.delivery import State, Urgency
from meeting.people import Community, Role
from services.audiences import Reach
from services.drafts import Choice
from store.tables import deliveries
from tests.services.writing_desk import ADA, BO, CLEO, DAN, OLA, WritingDesk

COMMON = frozenset({"lunch", "peace", "dinner", "closing"})


@pytest.fixture
def desk(tmp_path: Path) -> WritingDesk:
    return WritingDesk(tmp_path)


def names(desk: WritingDesk, *chosen: tuple[Kind, str]) -> list[str]:
    return [one.name for one in desk.audiences.chosen(Audience(chosen))]


def shown(choices: tuple[Choice, ...]) -> list[tuple[str, str, int]]:
    return [(choice.value, choice.label, choice.count) for choice in choices]


def test_candidate_has_all_that_they_can_be_chosen_by(desk: WritingDesk) -> None:
    ada, bo, *_ = desk.audiences.candidates()
    assert ada == Candidate(
        person_id=ada.person_id,
        name="Ada Vik",
        organisation="Norad",
        community=Community.DEVELOPMENT,
        role=Role.PARTICIPANT,
        language="en",
        sessions=COMMON | {"funding"},
        groups=frozenset({"funding"}),
    )
    assert (bo.role, bo.linked, bo.reachable, bo.groups) == (
        Role.ORGANISER,
        False,
        False,
        frozenset({"police"}),
    )


def test_session_has_those_whose_day_it_is_in(desk: WritingDesk) -> None:
    cleo = desk.rows.by_key("cleo")
    assert cleo
    desk.rows.follow(cleo.person_id, "funding", True)
    followers = names(desk, (Kind.SESSION, "funding"))
    assert followers == [ADA.name, CLEO.name]
    assert names(desk, (Kind.GROUP, "funding")) == [ADA.name]


def test_values_are_or_within_a_kind_and_and_across(desk: WritingDesk) -> None:
    norad, undp = (Kind.ORGANISATION, "Norad"), (Kind.ORGANISATION, "UNDP")
    french = (Kind.LANGUAGE, "fr")
    assert names(desk) == [ADA.name, BO.name, CLEO.name, DAN.name]
    assert names(desk, norad, undp) == [ADA.name, BO.name, CLEO.name]
    assert names(desk, norad, undp, french) == [CLEO.name]
    assert names(desk, undp, french) == []


def test_ids_are_those_of_the_people_meant(desk: WritingDesk) -> None:
    cleo = desk.rows.by_key("cleo")
    assert cleo
    assert desk.audiences.ids(Audience(((Kind.LANGUAGE, "fr"),))) == (cleo.person_id,)


def test_reach_counts_those_who_are_not_there(desk: WritingDesk) -> None:
    reach = Reach(desk.audiences.candidates())
    assert (reach.count, reach.not_linked, reach.unreachable) == (4, 2, 0)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Kind.COMMUNITY, [("diplomacy", "", 1), ("development", "", 2), ("other", "", 1)]),
        (Kind.ORGANISATION, [("Norad", "Norad", 2), ("UNDP", "UNDP", 1)]),
        (Kind.ROLE, [("participant", "", 3), ("organiser", "", 1)]),
        (Kind.LANGUAGE, [("en", "", 3), ("fr", "", 1)]),
        (
            Kind.SESSION,
            [
                ("peace", "Peace processes: how inclusive?", 4),
                ("funding", "Funding early recovery", 1),
                ("police", "Police and justice", 1),
                ("closing", "Closing", 4),
            ],
        ),
        (
            Kind.GROUP,
            [("funding", "Funding early recovery", 1), ("police", "Police and justice", 1)],
        ),
        (Kind.UNSEEN, []),
    ],
)
def test_choices_are_the_values_that_somebody_has(
    desk: WritingDesk, kind: Kind, expected: list[tuple[str, str, int]]
) -> None:
    assert shown(desk.choices.of(kind)) == expected


def test_groups_are_there_only_where_somebody_is_assigned(tmp_path: Path) -> None:
    assert WritingDesk(tmp_path, DAN).choices.of(Kind.GROUP) == ()


def test_unseen_announcements_are_told_by_their_first_words_newest_first(
    desk: WritingDesk,
) -> None:
    texts = ("Buses to the dinner leave at 18:30 from the main entrance.", "x" * 60)
    numbers = []
    for words in texts:
        draft_id = desk.write(words)
        desk.drafts.choose_urgency(desk.drafts.one(OLA, draft_id), Urgency.URGENT)
        numbers.append(str(desk.drafts.send(OLA, draft_id).announcement_id))
    with desk.engine.begin() as connection:
        connection.execute(
            update(deliveries).where(deliveries.c.state == State.PENDING).values(state=State.SENT)
        )
    assert shown(desk.drafts.choices(OLA, Kind.UNSEEN)) == [
        (numbers[1], "x" * 40, 2),
        (numbers[0], "Buses to the dinner leave at 18:30 from…", 2),
    ]
    assert names(desk, (Kind.UNSEEN, numbers[0])) == [ADA.name, CLEO.name]
    another = replace(OLA, chat_id=OLA.chat_id + 1, role=Role.SENDER)
    assert desk.drafts.choices(another, Kind.UNSEEN) == ()
