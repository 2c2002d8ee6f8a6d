"""The organisers' terminal: `python -m bot invite`, `roles` and `role`, in plain English."""

import asyncio
import logging
import re
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table
from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot import links, logs
from meeting.people import Role
from services import config
from services.config import Environment
from services.errors import AttacheError
from services.invitations import Invitation
from services.wiring import Services, wire
from store.errors import StoreError

USERNAME = re.compile(r"\w{3,32}", re.ASCII)
WIDE = 160  # columns of a table that goes into a file or a pipe

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode="rich",
    help="Attaché's people: invitation links and roles. Without a command: run the bot.",
)  # fmt: skip
err = Console(highlight=False, soft_wrap=True, stderr=True)


@app.command()
def invite(
    everybody: Annotated[bool, typer.Option("--all", help="All who have not opened it.")] = False,
    key: Annotated[str | None, typer.Option(help="One person, with a new phone too.")] = None,
    organiser: Annotated[
        str | None, typer.Option(metavar="KEY", help="One person, made organiser.")
    ] = None,
    file: Annotated[Path | None, typer.Option("--out", help="The csv file to write.")] = None,
    qr: Annotated[Path | None, typer.Option(help="A folder for QR codes (PNG).")] = None,
    username: Annotated[str | None, typer.Option(help="The bot's; else Telegram is asked.")] = None,
) -> None:
    """Make invitation links. Earlier links of these people that were not opened stop working."""
    if [everybody, key is not None, organiser is not None].count(True) != 1:
        raise _stop("Say who: --all, --key KEY or --organiser KEY.", 2)
    services, environment = _services()
    bot = _username(username, environment)
    try:
        if qr is not None:
            qr.mkdir(parents=True, exist_ok=True)
        # Opened before links are made: where it cannot be, those sent earlier stay good.
        with links.written(file) as target:
            made = _made(services, key, organiser)
            if everybody or file is not None:
                links.write_csv(made, bot, target)
            else:
                target.write(f"{made[0].link(bot)}\n")
        if qr is not None:
            links.write_qr(made, bot, qr)
    except AttacheError as error:
        raise _stop(str(error)) from None
    except OSError as error:
        raise _stop(f"{file or qr} cannot be written ({error.strerror}).") from None
    _report(made, everybody)


@app.command()
def roles() -> None:
    """List everybody: key, name, role, and whether they have opened the bot."""
    everybody = _services()[0].people.listed()
    if not everybody:
        raise _stop("Nobody is on the list yet. Add people: python ingest.py people FILE")
    table = Table("Key", "Name", "Role", "Opened", box=None, pad_edge=False, header_style="bold")
    for one in everybody:
        opened = "yes" if one.opened else "no"
        table.add_row(escape(one.person.key), escape(one.person.name), one.role, opened)
    Console(highlight=False, width=None if sys.stdout.isatty() else WIDE).print(table)


@app.command()
def role(
    key: Annotated[str, typer.Argument(help="The person's key; `roles` lists them.")],
    role: Annotated[Role, typer.Argument(help="What they may do in the bot.")],
) -> None:
    """Give somebody a role, at once."""
    try:
        person = _services()[0].roles.set(key, role)
    except AttacheError as error:
        raise _stop(str(error)) from None
    typer.echo(f"{person.person.name} ({person.person.key}) is now {person.role}.")


def _made(services: Services, key: str | None, organiser: str | None) -> tuple[Invitation, ...]:
    """The new invitations; raises UnknownKey."""
    if organiser is not None:
        return services.invitations.issue([services.roles.set(organiser, Role.ORGANISER)])
    if key is not None:
        return services.invitations.issue([services.people.by_key(key)])
    return services.invitations.issue_to_all()


def _report(made: tuple[Invitation, ...], everybody: bool) -> None:
    if not made:
        err.print("No links: nobody on the list is still to open the bot.")
    elif everybody:
        count = "1 link" if len(made) == 1 else f"{len(made)} links"
        err.print(f"{count}, good until {made[0].expires_at:%d %B %Y}, each for one person, once.")


def _username(given: str | None, environment: Environment) -> str:
    if given is None:
        return asyncio.run(_ask_telegram(environment))
    name = given.removeprefix("@")
    if not USERNAME.fullmatch(name):
        raise _stop(f"{given} is not the user name of a bot, such as MeetingBot.", 2)
    return name


async def _ask_telegram(environment: Environment) -> str:
    token = environment.telegram_bot_token
    if token is None:
        raise _stop("Set TELEGRAM_BOT_TOKEN, or name the bot: --username NAME.", 2)
    try:
        async with Bot(token.get_secret_value(), environment.telegram_base_url) as bot:
            return bot.username
    except InvalidToken:
        raise _stop("Telegram does not know this token; check TELEGRAM_BOT_TOKEN.", 2) from None
    except TelegramError:
        raise _stop("Telegram is not reachable; name the bot: --username NAME.", 2) from None


def _services() -> tuple[Services, Environment]:
    logs.set_up(logging.WARNING)
    try:
        environment = config.load_environment()
        config.require_loopback_for_rehearsals(environment)
        return wire(config.load_config(environment.attache_config), environment), environment
    except (AttacheError, StoreError) as error:
        raise _stop(str(error), 2) from None


def _stop(message: str, code: int = 1) -> typer.Exit:
    """Say what to do next; the caller raises what this returns."""
    err.print(escape(message), style="red")
    return typer.Exit(code)
