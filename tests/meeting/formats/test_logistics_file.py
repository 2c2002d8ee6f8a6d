"""Practical matters, in TOML and in tables."""

import pytest

from meeting.formats.logistics_file import LogisticsFile, read_logistics
from meeting.formats.problems import Problem, Severity
from meeting.logistics import LogisticsEntry
from tests.meeting.formats.conftest import MakeWorkbook

WIFI = LogisticsEntry(
    "wifi", {"en": "Fjord / 2030", "fr": "Fjord, 2030"}, {"en": ("internet", "wi-fi")}
)
VENUE = LogisticsEntry("venue", {"en": "The House."}, {}, 59.9, 10.7)


def read(data: bytes | str, name: str = "logistics.toml") -> LogisticsFile:
    return read_logistics(data.encode() if isinstance(data, str) else data, name, "en")


def test_toml_gives_texts_ways_to_ask_and_places() -> None:
    file = read(
        '[[entry]]\ntopic = "wifi"\ntext.en = "Fjord / 2030"\ntext.fr = "Fjord, 2030"\n'
        'asked.en = ["internet", "wi-fi"]\n'
        '[[entry]]\ntopic = "venue"\ntext = "The House."\nplace = [59.9, 10.7]\n'
    )
    assert file == LogisticsFile((WIFI, VENUE), ())


def test_table_gives_the_same(workbook: MakeWorkbook) -> None:
    rows = [
        ("Topic", "text_en", "Text (fr)", "asked_en", "Latitude", "Longitude"),
        ("wifi", "Fjord / 2030", "Fjord, 2030", "internet; wi-fi", None, None),
        ("venue", "The House.", None, None, 59.9, 10.7),
    ]
    assert read(workbook(("Sheet", rows)), "l.xlsx") == LogisticsFile((WIFI, VENUE), ())
    table = (
        "topic;text_en;text_fr;asked_en;latitude;longitude\n"
        "wifi;Fjord / 2030;Fjord, 2030;internet, wi-fi;;\nvenue;The House.;;;59,9;10,7\n"
    )
    assert read(table, "l.csv") == LogisticsFile((WIFI, VENUE), ())


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ('text = "x"', "The topic is missing."),
        ('topic = "a"', "The text of “a” is missing."),
        ('topic = "a"\ntext.en = 3', "The text of “a” has to stand in quotation marks."),
        ('topic = 3', "The topic has to stand in quotation marks."),
        ('topic = "a"\ntext = "x"\nasked.en = [1]', "The ways to ask for “a” are a list of words."),
        ('topic = "a"\ntext = "x"\nplace = [100, 3]',
         "The place of “a” is not in degrees: 100."),
        ('topic = "a"\ntext = "x"\nlatitude = 3.0',
         "“a” has only one of latitude and longitude; a place needs both."),
        ('topic = "a"\ntext = "x"\nplace = "Oslo"',
         "A place is [latitude, longitude], such as [59.91, 10.73]."),
    ],
)  # fmt: skip
def test_entry_that_is_not_whole_is_an_error(entry: str, message: str) -> None:
    assert read(f"[[entry]]\n{entry}\n").problems == (Problem(Severity.ERROR, "entry 1", message),)


def test_unknown_key_is_a_warning_and_a_topic_there_twice_an_error() -> None:
    file = read('[[entry]]\ntopic="a"\ntext="x"\ntxt="y"\n[[entry]]\ntopic="A"\ntext="z"\n')
    assert file.problems == (
        Problem(Severity.WARNING, "entry 1", "“txt” means nothing here; it is passed over."),
        Problem(Severity.ERROR, "entry 2", "The topic “A” is there twice."),
    )


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        ("", "l.toml", "The file is empty."),
        ("# nothing\n", "l.toml",
         "There is no [[entry]] in this file; each practical matter is one."),
        ("a,b\n1,2\n", "l.csv",
         "Practical matters have a row of headings with at least Topic and Text in it."),
        ("topic,text\n", "l.csv", "The file holds no entry; each has a topic and a text."),
    ],
)  # fmt: skip
def test_file_without_entries_is_refused_in_one_sentence(
    data: str, name: str, message: str
) -> None:
    assert read(data, name).problems == (Problem(Severity.ERROR, "", message),)


def test_broken_toml_is_refused_with_its_line() -> None:
    message = read("[[entry]\n").problems[0].message
    assert message.startswith("This is not valid TOML: ")
