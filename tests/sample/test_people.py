"""The sample's people: who they are, and the parallel sessions that they are in."""

from collections import Counter

from meeting.agenda import Agenda
from meeting.formats.people_file import PeopleFile
from meeting.people import Community, Person, Role

People = tuple[Person, ...]


def test_list_is_read_without_problem_or_note(people_file: PeopleFile) -> None:
    assert (people_file.problems, people_file.notes) == ((), ())


def test_56_people_of_four_communities_with_four_roles_in_two_languages(people: People) -> None:
    assert Counter(person.community for person in people) == {
        Community.DIPLOMACY: 21,
        Community.DEVELOPMENT: 19,
        Community.DEFENCE: 12,
        Community.OTHER: 4,
    }
    assert Counter(person.role for person in people) == {
        Role.PARTICIPANT: 50,
        Role.ORGANISER: 2,
        Role.EDITOR: 2,
        Role.SENDER: 2,
    }
    assert Counter(person.language for person in people) == {"en": 44, "fr": 12}
    assert (people[0].name, people[0].role) == ("Ingrid Solberg", Role.ORGANISER)


def test_keys_are_unique_whatever_their_case_and_everybody_has_an_organisation(
    people: People,
) -> None:
    assert len({person.key.casefold() for person in people}) == 56
    assert [person.key for person in people if not person.organisation] == []


def test_first_name_is_enough_to_become_somebody_in_the_demo(people: People) -> None:
    names = [person.name.casefold() for person in people]
    firsts = [name.split()[0] for name in names]

    assert [s for s in firsts if sum(name.startswith(s) for name in names) > 1] == []


def test_all_but_three_are_in_one_session_of_each_block(agenda: Agenda, people: People) -> None:
    blocks = {session.session_id: session.block for session in agenda.sessions if session.block}
    chosen = [tuple(blocks[one] for one in person.sessions) for person in people]

    assert Counter(chosen) == {("Monday 14:00", "Monday 15:45"): 53, (): 3}


def test_whoever_has_a_part_in_a_parallel_session_is_assigned_to_it(
    agenda: Agenda, people: People
) -> None:
    assigned = {(person.key, one) for person in people for one in person.sessions}
    parts = {(key, s.session_id) for s in agenda.sessions if s.block for key in s.people}

    assert parts - assigned == set()


def test_parallel_rooms_seat_those_who_are_expected(agenda: Agenda, people: People) -> None:
    expected = Counter(one for person in people for one in person.sessions)
    seats = {room.room_id: room.capacity for room in agenda.rooms}

    assert {
        s.session_id: (expected[s.session_id], seats[str(s.room)])
        for s in agenda.sessions
        if s.block
    } == {
        "peace-processes": (22, 70),
        "first-months": (16, 20),
        "donor-interests": (15, 20),
        "planning-tools": (19, 70),
        "early-recovery": (18, 20),
        "integrated-responses": (16, 20),
    }
