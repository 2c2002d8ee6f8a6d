"""The library gets ready once there is something to answer from, and not before."""

from tests.services.conftest import Desk


def test_without_a_paper_no_model_is_loaded(desk: Desk) -> None:
    assert desk.library.warm_up() is False
    assert desk.loaded == []


def test_first_paper_makes_it_ready_once(desk: Desk) -> None:
    desk.add("note.txt", "The harbour was dredged.")
    assert [desk.library.warm_up() for _ in range(2)] == [True, False]
