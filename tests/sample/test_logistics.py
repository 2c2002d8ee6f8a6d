"""The sample's practical matters: in both languages, each asked for in ways of its own."""

from collections import Counter

from meeting.formats.logistics_file import LogisticsFile

TOPICS = (
    "wifi",
    "venue",
    "badge",
    "meals",
    "shuttle",
    "dress",
    "emergency",
    "visa letter",
    "contact",
    "hotel check-out",
    "luggage",
    "interpretation",
)


def test_practical_matters_are_read_without_problem(logistics_file: LogisticsFile) -> None:
    assert logistics_file.problems == ()


def test_every_one_is_told_and_asked_for_in_both_languages(logistics_file: LogisticsFile) -> None:
    spoken = {e.topic: (set(e.texts), set(e.asked)) for e in logistics_file.entries}

    assert spoken == dict.fromkeys(TOPICS, ({"en", "fr"}, {"en", "fr"}))


def test_no_two_are_asked_for_alike(logistics_file: LogisticsFile) -> None:
    ways = Counter(
        (language, way)
        for entry in logistics_file.entries
        for language, asked in entry.asked.items()
        for way in asked
    )

    assert [way for way, count in ways.items() if count > 1] == []


def test_only_the_venue_is_a_place_and_it_is_in_oslo(logistics_file: LogisticsFile) -> None:
    places = {e.topic: (e.latitude, e.longitude) for e in logistics_file.entries if e.latitude}

    assert places == {"venue": (59.9149, 10.7188)}
