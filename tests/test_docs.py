"""Documentation is complete: a command or a setting that is not documented fails here."""

import re
from pathlib import Path

import typer.main
from pydantic import BaseModel

import ingest
from bot import terminal
from bot.roles import COMMANDS
from services.config import Config, Environment

ROOT = Path(__file__).parents[1]
COMMANDS_PAGE = (ROOT / "docs/commands.md").read_text()
SETTINGS_PAGE = (ROOT / "docs/settings.md").read_text()


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


def test_every_verb_and_option_of_ingest_is_documented() -> None:
    group = typer.main.get_group(ingest.app)
    words = set()
    for verb, command in group.commands.items():
        words.add(f"ingest.py {verb}")
        words |= {opt for p in command.params for opt in p.opts if opt.startswith("--")}
    words.discard("--help")
    assert {word for word in words if word not in COMMANDS_PAGE} == set()


def test_every_verb_and_option_of_the_bots_terminal_is_documented() -> None:
    group = typer.main.get_group(terminal.app)
    words = set()
    for verb, command in group.commands.items():
        words.add(f"bot {verb}")
        words |= {opt for p in command.params for opt in p.opts if opt.startswith("--")}
    words.discard("--help")
    assert {word for word in words if word not in COMMANDS_PAGE} == set()


def test_every_chat_command_is_documented() -> None:
    assert {name for name in COMMANDS if f"`/{name}`" not in COMMANDS_PAGE} == set()


def test_every_make_target_is_documented() -> None:
    targets = re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert {
        name for name in targets if f"`make {name}`" not in COMMANDS_PAGE + "`make help`"
    } == set()


def test_links_in_the_readme_lead_somewhere() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", (ROOT / "README.md").read_text())
    assert {link for link in links if not (ROOT / link).exists()} == set()
