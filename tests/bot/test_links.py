"""Links as files: a csv that no spreadsheet takes for formulas, and QR codes named by key."""

import io
import stat
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.links import file_name, safe, write_csv, write_qr, written
from meeting.people import Person
from services.invitations import Invitation
from services.people import Listed

END = datetime(2030, 5, 6, 12, 0, tzinfo=UTC)


def invitation(key: str, name: str = "Ada Moe") -> Invitation:
    return Invitation(Listed(4, Person(key, name), opened=False), "code", END)


def test_csv_has_key_name_and_link() -> None:
    file = io.StringIO()
    write_csv([invitation("ada@example.org", 'Moe, "Ada"'), invitation("=1+1")], "MeetingBot", file)
    assert file.getvalue() == (
        "key,name,link\n"
        'ada@example.org,"Moe, ""Ada""",https://t.me/MeetingBot?start=code\n'
        "'=1+1,Ada Moe,https://t.me/MeetingBot?start=code\n"
    )


@pytest.mark.parametrize("cell", ["=A1", "+1", "-1", "@sum", "\t=1", "\r=1"])
def test_formula_is_made_text(cell: str) -> None:
    assert safe(cell) == "'" + cell


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("ada@example.org", "ada@example.org"),
        ("Åse-1", "Åse-1"),
        ("../../etc/passwd", "__.._etc_passwd-4"),
        ("a b", "a_b-4"),
        (".hidden", "_hidden-4"),
        ("x" * 300, "x" * 100 + "-4"),
    ],
)
def test_picture_is_named_by_the_key_and_stays_in_its_folder(key: str, name: str) -> None:
    assert file_name(invitation(key)) == name


def test_qr_code_is_a_png_for_each_person(tmp_path: Path) -> None:
    write_qr([invitation("ada"), invitation("bo")], "MeetingBot", tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ada.png", "bo.png"]
    assert {path.read_bytes()[:8] for path in tmp_path.iterdir()} == {b"\x89PNG\r\n\x1a\n"}


def test_file_is_whole_and_private(tmp_path: Path) -> None:
    path = tmp_path / "links.csv"
    path.write_text("of an earlier run")
    with written(path) as file:
        file.write("new")
        assert path.read_text() == "of an earlier run"
    assert (path.read_text(), stat.S_IMODE(path.stat().st_mode)) == ("new", 0o600)
    assert [each.name for each in tmp_path.iterdir()] == ["links.csv"]


def break_half_way(path: Path) -> None:
    with written(path) as file:
        file.write("half")
        raise ValueError("half way")


def test_file_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="half way"):
        break_half_way(tmp_path / "links.csv")
    assert list(tmp_path.iterdir()) == []
