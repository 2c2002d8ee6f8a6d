"""Lists of participants, as organisers keep them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from meeting.agenda import Agenda, Session
from meeting.formats.people_file import PeopleFile, read_people
from meeting.formats.problems import Problem, Severity
from meeting.people import Community, Person, Role
from tests.meeting.formats.conftest import MakeWorkbook

NINE = datetime(2030, 5, 6, 9, tzinfo=ZoneInfo("Europe/Oslo"))
TITLES = {"s1": "Costs, old and new", "s2": "Harbour", "s3": "Coffee", "s4": "Coffee"}
AGENDA = Agenda(
    "Europe/Oslo",
    tuple(Session(key, title, NINE, NINE + timedelta(hours=1)) for key, title in TITLES.items()),
)


def read(data: bytes | str, agenda: Agenda = AGENDA) -> PeopleFile:
    return read_people(data.encode() if isinstance(data, str) else data, "people.csv", agenda)


def test_every_column_is_read() -> None:
    file = read(
        "key,name,organisation,community,role,language,sessions\n"
        "anna,Anna Berg,Ministry,Diplomacy,organiser,fr,s1; s2\n"
        "omar@example.org,Omar Said,,Defense & Security,,,\n"
    )
    anna = Person(
        "anna", "Anna Berg", "Ministry", Community.DIPLOMACY, Role.ORGANISER, "fr", ("s1", "s2")
    )
    omar = Person("omar@example.org", "Omar Said", community=Community.DEFENCE)
    rows = {"anna": "row 2", "omar@example.org": "row 3"}
    assert file == PeopleFile((anna, omar), rows, ())


def test_french_headings_and_words_in_a_workbook(workbook: MakeWorkbook) -> None:
    rows = [
        ("Liste des participants", None, None, None, None, None, None, None),
        ("Prénom", "Nom", "Courriel", "Organisme", "Communauté", "Rôle", "Langue", "Badge"),
        ("Hélène", "Lefèvre", "h@example.org", "MEAE", "Développement", "Rédactrice", "français",
         12),
    ]  # fmt: skip
    helene = Person(
        "h@example.org", "Hélène Lefèvre", "MEAE", Community.DEVELOPMENT, Role.EDITOR, "fr"
    )
    assert read(workbook(("Liste", rows))) == PeopleFile(
        (helene,), {"h@example.org": "row 3"}, (), ("Columns that were passed over: Badge.",), False
    )


@pytest.mark.parametrize(
    ("words", "sessions"),
    [
        ("s1,s2", ("s1", "s2")),
        ("Costs, old and new", ("s1",)),
        ("costs, OLD and new; harbour", ("s1", "s2")),
        ("S2, s2", ("s2",)),
        ("", ()),
    ],
)
def test_sessions_are_named_by_id_or_title(words: str, sessions: tuple[str, ...]) -> None:
    file = read(f'key\tname\tsessions\nanna\tAnna\t"{words}"\n')
    assert ([person.sessions for person in file.people], file.problems) == ([sessions], ())


def test_session_that_is_not_in_the_agenda_is_a_warning_and_kept() -> None:
    data = "key,name,sessions\nanna,Anna,coffee; s1\n"
    file = read(data)
    assert [person.sessions for person in file.people] == [("coffee", "s1")]
    message = "No session of the agenda is called “coffee”."
    assert file.problems == (Problem(Severity.WARNING, "row 2", message),)
    assert read(data, Agenda("Europe/Oslo")).problems == ()


@pytest.mark.parametrize(
    ("row", "severity", "message"),
    [
        (",Omar,,,", Severity.ERROR, "The key is missing; write an id or an e-mail address."),
        ("omar,,,,", Severity.ERROR, "The name of omar is missing."),
        ("ANNA,Omar,,,", Severity.ERROR, "The key ANNA is already that of row 2."),
        ("omar said,Omar,,,", Severity.ERROR,
         "The key “omar said” has a space in it; write an id or an e-mail address."),
        ("omar,Omar,,boss,", Severity.ERROR,
         "“boss” is no role; write participant, sender, editor or organiser, or leave the cell "
         "empty."),
        ("omar,Omar,trade,,", Severity.WARNING,
         "The community “trade” is not known; “other” is taken."),
        ("omar,Omar,,,elvish!", Severity.WARNING,
         "The language “elvish!” is not known; write a code such as fr."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_row(row: str, severity: Severity, message: str) -> None:
    file = read(f"key,name,community,role,language\nanna,Anna,,,\n{row}\n")
    assert file.problems == (Problem(severity, "row 3", message),)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "The file is empty."),
        ("key,name\n", "There are headings, but nobody below them."),
        ("name,role\nAnna,\n",
         "A list of people has a row of headings with at least Key and Name in it."),
    ],
)  # fmt: skip
def test_file_that_is_no_list_is_refused_in_one_sentence(data: str, message: str) -> None:
    assert read(data) == PeopleFile((), {}, (Problem(Severity.ERROR, "", message),))


def test_sheets_of_people_make_one_list(workbook: MakeWorkbook) -> None:
    heads = ("Key", "Name")
    file = read(
        workbook(
            ("Diplomacy", [heads, ("anna", "Anna Berg")]),
            ("Notes", [("Whom to call", "Anna")]),
            ("Development", [heads, ("omar", "Omar Said"), ("ANNA", "Anna Berg")]),
        )
    )
    assert file.people == (Person("anna", "Anna Berg"), Person("omar", "Omar Said"))
    message = "The key ANNA is already that of sheet Diplomacy, row 2."
    assert file.problems == (Problem(Severity.ERROR, "sheet Development, row 3", message),)


@pytest.mark.parametrize(
    ("heads", "says"), [("key,name", False), ("key,name,sessions", True), ("clé,nom,séances", True)]
)
def test_list_says_who_is_where_only_with_a_column_of_sessions(heads: str, says: bool) -> None:
    assert read(f"{heads}\nanna,Anna Berg\n").names_sessions is says


@pytest.mark.parametrize("key", ["e\u0301va", "\u202e\u00e9va", "\u00e9\u200bva", " \u00c9VA "])
def test_keys_that_look_alike_are_one(key: str) -> None:
    message = f"The key {'ÉVA' if 'V' in key else 'éva'} is already that of row 2."
    assert read(f"key,name\n\u00e9va,Éva\n{key},Éva\n").problems == (
        Problem(Severity.ERROR, "row 3", message),
    )


def test_key_without_end_is_refused() -> None:
    message = f"The key “{'k' * 40}” is too long; write an id or an e-mail address."
    assert read(f"key,name\n{'k' * 201},Anna\n").problems == (
        Problem(Severity.ERROR, "row 2", message),
    )
