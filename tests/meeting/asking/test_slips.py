"""Slips set right by the words of the meeting, without reading the list of people for others."""

from dataclasses import replace

from meeting.asking.reader import answer
from meeting.asking.slips import repaired
from meeting.people import Person
from tests.meeting.asking.river_meeting import PEOPLE, table_at

AT = "2025-10-21T10:00"


class ListOfPeople:
    """Counts how often it is read."""

    def __init__(self) -> None:
        self.read = 0

    def __call__(self) -> tuple[Person, ...]:
        self.read += 1
        return PEOPLE


def test_slip_in_a_name_of_the_list_is_set_right() -> None:
    assert repaired("when does ranganatan speak", table_at(AT)) == "when does ranganathan speak"


def test_list_of_people_is_not_read_for_a_practical_matter() -> None:
    people = ListOfPeople()
    answer("Wi-Fi?", replace(table_at(AT), people=people))
    assert people.read == 0


def test_list_of_people_is_read_once_for_a_question_about_somebody() -> None:
    people = ListOfPeople()
    answer("When does Priya Ranganathan speak?", replace(table_at(AT), people=people))
    assert people.read == 1
