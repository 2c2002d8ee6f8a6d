"""Blocks: parallel sessions of which each participant is in one, and those that lack one."""

from dataclasses import replace

from meeting.agenda import Agenda, Room, ordered
from meeting.groups.model import Group
from meeting.parallel import Block, blocks_of, parts_in, without_block
from tests.two_days import AGENDA, FUNDING, PEACE, POLICE, at, session


def test_block_is_two_or_more_sessions_with_one_word() -> None:
    alone = replace(PEACE, block="alone")
    lunch = session("buffet", "Buffet", 11, "15:45", "17:00", block="A", is_break=True)
    agenda = Agenda(AGENDA.zone, ordered((alone, FUNDING, POLICE, lunch)))
    assert blocks_of(agenda) == (Block("A", (FUNDING, POLICE)),)


def test_blocks_come_by_their_start() -> None:
    early = [replace(each, session_id=each.title, block="B") for each in (FUNDING, POLICE)]
    moved = [replace(s, starts=at(11, "09:00"), ends=at(11, "10:00")) for s in early]
    found = blocks_of(Agenda(AGENDA.zone, ordered((FUNDING, POLICE, *moved))))
    assert [block.name for block in found] == ["B", "A"]


def test_block_runs_from_its_first_start_to_its_last_end() -> None:
    late = replace(POLICE, starts=at(11, "15:50"), ends=at(11, "17:10"))
    block = Block("A", (FUNDING, late))
    moments = [at(11, clock) for clock in ("15:44", "15:45", "17:09", "17:10")]
    assert [block.has_begun(each) for each in moments] == [False, True, True, True]
    assert [block.is_over(each) for each in moments] == [False, False, False, True]


def test_groups_have_the_seats_of_their_rooms() -> None:
    rooms = (Room("nobel", "Nobel", capacity=20),)
    groups = Block("A", (FUNDING, POLICE)).groups(replace(AGENDA, rooms=rooms))
    assert groups == (Group("funding", 20), Group("police", None))


def test_sessions_side_by_side_without_a_block_are_found() -> None:
    free = [replace(each, block=None) for each in (FUNDING, POLICE)]
    assert without_block(AGENDA) == ()
    assert without_block(Agenda(AGENDA.zone, ordered((PEACE, *free)))) == (tuple(free),)


def test_part_in_two_sessions_is_in_the_first() -> None:
    chaired = replace(FUNDING, chairs=("Bo",)), replace(POLICE, speakers=("bo", "Cy"))
    assert parts_in(Block("A", chaired)) == {"bo": "funding", "cy": "police"}
