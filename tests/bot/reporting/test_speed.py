"""The speed of an announcement: as fast as is allowed until it is known to be slower."""

from bot.reporting.speed import Speeds


class Watch:
    time = 100.0

    def __call__(self) -> float:
        return self.time


def test_speed_is_measured_once_it_has_settled() -> None:
    watch = Watch()
    speeds = Speeds(watch)
    speeds.note(1, 100, runs=True)
    watch.time += 2
    assert speeds.of(1, 90, 30.0) == 30.0
    watch.time += 3
    speeds.note(1, 90, runs=True)
    assert speeds.of(1, 90, 30.0) == 2.0
    assert speeds.of(2, 90, 30.0) == 30.0


def test_speed_never_exceeds_what_is_allowed() -> None:
    watch = Watch()
    speeds = Speeds(watch)
    speeds.note(1, 1000, runs=True)
    watch.time += 5
    assert speeds.of(1, 0, 30.0) == 30.0


def test_rest_is_not_counted_and_more_to_do_begins_anew() -> None:
    watch = Watch()
    speeds = Speeds(watch)
    speeds.note(1, 100, runs=True)
    speeds.note(1, 90, runs=False)
    watch.time += 60
    speeds.note(1, 90, runs=True)
    watch.time += 5
    assert speeds.of(1, 80, 30.0) == 2.0
    speeds.note(1, 95, runs=True)
    assert speeds.of(1, 95, 30.0) == 30.0
