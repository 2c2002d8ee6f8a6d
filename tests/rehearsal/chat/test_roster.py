from pathlib import Path

import pytest

from rehearsal.chat.roster import Character, find, read_choice, read_roster
from rehearsal.errors import ControlError

ROSTER = [Character("Kari Lund"), Character("Karin Dahl"), Character("Kari")]


def test_people_are_read_with_their_language(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(
        "key,name,organisation,community,role,language\n"
        "a,Ada  Moe,Ministry,diplomacy,participant,FR\nb,,,,,\nc,Bo,,,,\n"
    )
    assert read_roster(path) == [
        Character("Ada Moe", "Ministry", "fr", "a"),
        Character("Bo", key="c"),
    ]


def test_missing_file_has_one_person(tmp_path: Path) -> None:
    assert read_roster(tmp_path / "none.csv") == [Character("Ingrid Solberg")]


@pytest.mark.parametrize("content", [b"", b"key,name\n", b"who\nAda\n", b"name\n\xff\xfe"])
def test_file_without_people_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(content)
    with pytest.raises(ControlError):
        read_roster(path)


def test_names_are_found_by_their_beginning() -> None:
    assert find(ROSTER, "kari l") == [ROSTER[0]]
    assert find(ROSTER, "KARI") == [ROSTER[2]]
    assert find(ROSTER, "ka") == ROSTER
    assert find(ROSTER, "Lund") == []


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        ("Kari Lund fr", ("Kari Lund", "fr")),
        ("Kari", ("Kari", "")),
        ("fr", ("fr", "")),
        (" Kari  Lund ", ("Kari Lund", "")),
        ("Bo Li", ("Bo Li", "")),
        ("", ("", "")),
    ],
)
def test_choice_is_a_name_and_perhaps_a_language(typed: str, choice: tuple[str, str]) -> None:
    assert read_choice(typed) == choice


def test_person_has_the_same_id_in_every_run() -> None:
    assert Character("Kari Lund").user_id == Character("kari lund", "Ministry", "fr").user_id
