"""Work on papers makes way for answers, and for no longer than it may."""

import threading

from services.right_of_way import RightOfWay

FOREVER = 60.0  # seconds that no test waits
SOON = 10.0  # seconds in which what does not wait has long been done


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
    way, has_looked, is_taken = RightOfWay(FOREVER, FOREVER), threading.Event(), threading.Event()

    def work() -> None:
        way.give()
        has_looked.set()
        is_taken.wait(FOREVER)
        way.give()

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    has_looked.wait(FOREVER)
    with way.taken():
        is_taken.set()
        thread.join(SOON)
        assert not thread.is_alive()


def test_what_an_answer_waits_for_never_makes_way() -> None:
    way = RightOfWay(piece=0.0, patience=FOREVER)

    def answer() -> None:
        with way.taken():
            with way.taken():
                way.give()
            way.give()

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    thread.join(SOON)
    assert not thread.is_alive()


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
