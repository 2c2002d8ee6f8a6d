"""Documentation is complete: a command or a setting that is not documented fails here."""

import re
from pathlib import Path

import pytest
import typer.main
from pydantic import BaseModel

import ingest
from bot import terminal
from bot.roles import COMMANDS
from meeting.delivery import State
from services.announcement_table import HEADINGS
from services.config import Config, Environment

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text()
COMMANDS_PAGE = (ROOT / "docs/commands.md").read_text()
SETTINGS_PAGE = (ROOT / "docs/settings.md").read_text()
ARCHITECTURE_PAGE = (ROOT / "docs/architecture.md").read_text()
FORMATS_PAGE = (ROOT / "docs/formats.md").read_text()
DECISIONS_PAGE = (ROOT / "docs/decisions/README.md").read_text()
# The rooms whose every file is in the plan of the house; in bot/handlers their names say it.
PLANNED = (
    ".", "bot", "bot/announcing", "bot/deliveries", "bot/grouping", "bot/hosting", "bot/living",
    "bot/notices", "bot/releasing", "bot/reporting", "services", "meeting", "meeting/groups",
)  # fmt: skip


def test_every_setting_is_documented() -> None:
    names = set()
    for name, field in Config.model_fields.items():
        section = field.annotation
        if isinstance(section, type) and issubclass(section, BaseModel):
            names |= {f"`{name}.{key}`" for key in section.model_fields}
        else:
            names.add(f"`{name}`")
    assert {name for name in names if name not in SETTINGS_PAGE} == set()


def test_every_environment_variable_is_documented() -> None:
    names = {f"`{name.upper()}`" for name in Environment.model_fields}
    assert {name for name in names if name not in SETTINGS_PAGE} == set()


@pytest.mark.parametrize(("program", "app"), [("ingest.py", ingest.app), ("bot", terminal.app)])
def test_every_verb_and_option_is_documented(program: str, app: typer.Typer) -> None:
    words = set()
    for verb, command in typer.main.get_group(app).commands.items():
        words.add(f"{program} {verb}")
        words |= {opt for p in command.params for opt in p.opts if opt.startswith("--")}
    words.discard("--help")
    assert {word for word in words if word not in COMMANDS_PAGE} == set()


def test_the_commands_page_lists_the_chat_commands_that_exist_and_no_others() -> None:
    listed = re.findall(r"^\| `/(\w+)` \|", COMMANDS_PAGE, re.MULTILINE)
    assert sorted(listed) == sorted(COMMANDS)


def test_pages_name_no_terminal_command_that_does_not_exist() -> None:
    verbs = set(typer.main.get_group(ingest.app).commands)
    verbs |= set(typer.main.get_group(terminal.app).commands)
    pages = [README, COMMANDS_PAGE, SETTINGS_PAGE, ARCHITECTURE_PAGE]
    named = {
        verb
        for page in pages
        for verb in re.findall(r"(?:ingest\.py|-m bot) ([a-z]+)", page.replace("`", "` "))
    }
    assert named - verbs == set()


def test_every_setting_on_the_page_exists() -> None:
    keys = {key for row in re.findall(r"^\| (`[a-z].*?) \|", SETTINGS_PAGE, re.MULTILINE)
            for key in re.findall(r"`([a-z_.]+)`", row)}  # fmt: skip
    assert {key for key in keys if not _is_setting(key)} == set()


def _is_setting(name: str) -> bool:
    section, _, key = name.partition(".")
    field = Config.model_fields.get(section)
    if field is None or not key:
        return field is not None
    kind = field.annotation
    return isinstance(kind, type) and issubclass(kind, BaseModel) and key in kind.model_fields


def test_the_plan_of_the_house_names_every_file_of_the_bot_the_services_and_the_meeting() -> None:
    files = {path.name for room in PLANNED for path in (ROOT / room).glob("[!_]*.py")}
    assert {name for name in files if name not in ARCHITECTURE_PAGE} == set()


def test_every_make_target_is_documented() -> None:
    targets = re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert {
        name for name in targets if f"`make {name}`" not in COMMANDS_PAGE + "`make help`"
    } == set()


def test_every_benchmark_that_can_be_run_is_documented() -> None:
    files = [
        path.stem
        for path in (ROOT / "benchmarks").glob("[!_]*.py")
        if "argparse" in path.read_text() or "sys.argv" in path.read_text()
    ]
    ways = {name: (f"benchmarks.{name}`", f"benchmarks/{name}.py ") for name in files}
    assert {name for name in ways if not any(w in COMMANDS_PAGE for w in ways[name])} == set()


def test_every_column_of_an_announcements_table_is_documented() -> None:
    assert {name for name in HEADINGS if f"`{name}`" not in FORMATS_PAGE} == set()
    assert {state for state in State if f"`{state}`" not in FORMATS_PAGE} == set()


def test_every_decision_is_listed() -> None:
    files = {path.name for path in (ROOT / "docs/decisions").glob("0*.md")}
    assert {name for name in files if f"({name})" not in DECISIONS_PAGE} == set()


def test_links_in_the_readme_lead_somewhere() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert {link for link in links if not (ROOT / link).exists()} == set()
