"""The organisers' terminal: links, roles, clear sentences and exit codes, no tracebacks."""

import asyncio
import csv
import io
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.terminal import app
from meeting.people import Person, Role
from rehearsal.server import running
from rehearsal.world import BOT_USERNAME, World
from store.database import prepare
from store.people import PeopleRows

PEOPLE = (
    Person("ada", "Ada Moe", role=Role.PARTICIPANT),
    Person("ola", "Ola Li", role=Role.ORGANISER),
)


@pytest.fixture
def rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PeopleRows:
    """Ada and Ola on the list, in the state directory that the terminal works with."""
    monkeypatch.setenv("ATTACHE_DATA", str(tmp_path / "state"))
    for name in ("TELEGRAM_BOT_TOKEN", "TELEGRAM_BASE_URL", "DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)
    rows = PeopleRows(prepare(f"sqlite:///{tmp_path / 'state' / 'attache.db'}"))
    rows.replace_list(PEOPLE)
    return rows


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_all_who_have_not_opened_the_bot_get_a_link(rows: PeopleRows) -> None:
    result = run("invite", "--all", "--username", "@MeetingBot")
    links = table(result.stdout)
    assert (result.exit_code, [(row["key"], row["name"]) for row in links]) == (
        0, [("ada", "Ada Moe"), ("ola", "Ola Li")],
    )  # fmt: skip
    assert {row["link"].partition("=")[0] for row in links} == {"https://t.me/MeetingBot?start"}
    assert result.stderr.startswith("2 links, good until ")
    rows.link(rows.everybody()[0].person_id, 7)
    again = run("invite", "--all", "--username", "MeetingBot")
    assert [row["key"] for row in table(again.stdout)] == ["ola"]


def test_links_go_to_a_file_and_pictures_to_a_folder(rows: PeopleRows, tmp_path: Path) -> None:
    file, folder = tmp_path / "links.csv", tmp_path / "qr"
    result = run("invite", "--all", "--username", "Bot", "--out", file, "--qr", folder)
    assert (result.exit_code, result.stdout) == (0, "")
    assert [row["key"] for row in table(file.read_text())] == ["ada", "ola"]
    assert sorted(path.name for path in folder.iterdir()) == ["ada.png", "ola.png"]


def test_one_person_gets_a_link_whether_they_opened_the_bot_or_not(rows: PeopleRows) -> None:
    rows.link(rows.everybody()[0].person_id, 7)
    result = run("invite", "--key", "ADA", "--username", "MeetingBot")
    assert result.exit_code == 0
    assert result.stdout.startswith("https://t.me/MeetingBot?start=")
    assert len(result.stdout.splitlines()) == 1


def test_organiser_is_made_and_invited(rows: PeopleRows) -> None:
    result = run("invite", "--organiser", "ada", "--username", "MeetingBot")
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 1)
    assert rows.everybody()[0].person.role == Role.ORGANISER


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (
            ("invite", "--key", "nobody", "--username", "Bot"), 1,
            "Nobody on the list has the key nobody; `python -m bot roles` shows all.\n",
        ),
        (
            ("role", "nobody", "editor"), 1,
            "Nobody on the list has the key nobody; `python -m bot roles` shows all.\n",
        ),
        (
            ("role", "ola", "editor"), 1,
            "This is the last organiser; make somebody else organiser first.\n",
        ),
        (("invite",), 2, "Say who: --all, --key KEY or --organiser KEY.\n"),
        (("invite", "--all", "--key", "ada"), 2, "Say who: --all, --key KEY or --organiser KEY.\n"),
        (
            ("invite", "--all"), 2,
            "Set TELEGRAM_BOT_TOKEN, or name the bot: --username NAME.\n",
        ),
        (
            ("invite", "--all", "--username", "a b"), 2,
            "a b is not the user name of a bot, such as MeetingBot.\n",
        ),
        (
            ("invite", "--all", "--username", "Bot", "--out", "/nowhere/links.csv"), 1,
            "/nowhere/links.csv cannot be written (No such file or directory).\n",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_one_sentence(
    rows: PeopleRows, arguments: tuple[str, ...], code: int, sentence: str
) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (code, "", sentence)


def test_roles_are_listed_and_set(rows: PeopleRows) -> None:
    rows.link(rows.everybody()[1].person_id, 7)
    listed = run("roles")
    assert [line.split() for line in listed.stdout.splitlines()] == [
        ["Key", "Name", "Role", "Opened"],
        ["ada", "Ada", "Moe", "participant", "no"],
        ["ola", "Ola", "Li", "organiser", "yes"],
    ]
    assert run("role", "Ada", "editor").stdout == "Ada Moe (ada) is now editor.\n"
    assert rows.everybody()[0].person.role == Role.EDITOR


def test_unknown_role_is_refused_with_the_known_ones(rows: PeopleRows) -> None:
    result = run("role", "ada", "king")
    assert result.exit_code == 2
    assert [role for role in Role if role not in result.stderr] == []


async def test_telegram_is_asked_for_the_bots_name_once(
    rows: PeopleRows, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = World()
    async with running(world) as addresses:
        monkeypatch.setenv("TELEGRAM_BOT_TOKEN", addresses.token)
        monkeypatch.setenv("TELEGRAM_BASE_URL", addresses.base_url)
        result = await asyncio.to_thread(run, "invite", "--key", "ada")
        monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1:wrong")
        refused = await asyncio.to_thread(run, "invite", "--key", "ada")
    assert result.stdout.startswith(f"https://t.me/{BOT_USERNAME}?start=")
    assert (refused.exit_code, refused.stderr) == (
        2, "Telegram does not know this token; check TELEGRAM_BOT_TOKEN.\n",
    )  # fmt: skip
    monkeypatch.setenv("TELEGRAM_BASE_URL", "http://127.0.0.1:9/bot")
    gone = await asyncio.to_thread(run, "invite", "--key", "ada")
    assert (gone.exit_code, gone.stderr) == (
        2, "Telegram is not reachable; name the bot: --username NAME.\n",
    )  # fmt: skip
