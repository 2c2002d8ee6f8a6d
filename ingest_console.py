"""What the organiser's commands share: two streams, the services, a way to stop, a report."""

import logging
import sys
from collections.abc import Sequence
from pathlib import Path

import typer
from rich.console import Console
from rich.markup import escape

from meeting.formats.problems import Problem, Severity
from services import events
from services.config import load_config, load_environment
from services.errors import AttacheError
from services.wiring import Services, wire
from store.errors import StoreError

MOST_SHOWN = 200  # problems of one file; more are counted
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow"}
out = Console(highlight=False, soft_wrap=True)
err = Console(highlight=False, soft_wrap=True, stderr=True)


def services() -> Services:
    """The services on the store; stops with one line where settings or store cannot be used."""
    events.route()
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    try:
        environment = load_environment()
        return wire(load_config(environment.attache_config), environment)
    except (AttacheError, StoreError) as error:
        raise stop(str(error)) from None


def stop(message: str, code: int = 2) -> typer.Exit:
    """Say what to do next; the caller raises what this returns."""
    err.print(escape(message), style="red")
    return typer.Exit(code)


def content(path: Path) -> bytes:
    """The bytes of a file; stops with one line where it cannot be opened."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise stop(f"{path.name} cannot be opened ({error.strerror}).", 1) from None


def report(problems: Sequence[Problem], notes: Sequence[str] = ()) -> None:
    """One line a problem, errors first, each with its row."""
    for note in notes:
        out.print(escape(note), style="dim")
    by_weight = sorted(problems, key=lambda problem: problem.severity is not Severity.ERROR)
    for problem in by_weight[:MOST_SHOWN]:
        where = f"{escape(problem.row)}: " if problem.row else ""
        colour = COLOURS[problem.severity]
        out.print(f"[{colour}]{problem.severity}[/{colour}] {where}{escape(problem.message)}")
    if (more := len(by_weight) - MOST_SHOWN) > 0:
        out.print(f"… and {more} more like these.")


def counted(number: int, one: str, many: str) -> str:
    """“1 session”, “3 sessions”."""
    return f"{number} {one if number == 1 else many}"


def at_a_terminal() -> bool:
    """Whether somebody sits there who can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()
