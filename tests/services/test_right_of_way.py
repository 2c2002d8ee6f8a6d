"""Work on papers makes way for answers, and for no longer than it may."""

import threading

from services.right_of_way import RightOfWay

FOREVER = 60.0  # seconds that no test waits


def test_work_waits_until_nothing_is_answered_any_more() -> None:
    way, order, has_begun = RightOfWay(piece=0.0, patience=FOREVER), list[str](), threading.Event()

    def work() -> None:
        has_begun.set()
        way.give()
        order.append("work")

    thread = threading.Thread(target=work)
    with way.taken():
        with way.taken():
            thread.start()
            has_begun.wait(FOREVER)
        thread.join(0.05)  # long enough for work that would not wait
        order.append("answer")
    thread.join(FOREVER)
    assert order == ["answer", "work"]


def test_work_goes_on_after_a_time_though_answers_never_end() -> None:
    way = RightOfWay(piece=0.0, patience=0.001)
    with way.taken():
        assert done_beside(way) == 3


def test_work_that_has_just_looked_goes_on() -> None:
    way = RightOfWay(piece=FOREVER, patience=FOREVER)
    way.give()
    taking = threading.Thread(target=way._count, args=(1,))
    taking.start()
    taking.join(FOREVER)
    way.give()


def test_what_an_answer_waits_for_never_makes_way() -> None:
    way = RightOfWay(piece=0.0, patience=FOREVER)
    with way.taken():
        with way.taken():
            way.give()
        way.give()


def done_beside(way: RightOfWay) -> int:
    """How many pieces of work another thread has done in the end."""
    done = list[int]()

    def work() -> None:
        for number in range(3):
            way.give()
            done.append(number)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(FOREVER)
    return len(done)
