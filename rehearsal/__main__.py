"""The rehearsal's command line: ``serve`` the Bot API, or ``chat`` with the bot."""

import argparse
import asyncio
import signal
import sys
from collections.abc import Coroutine
from pathlib import Path

from rehearsal.errors import ControlError
from rehearsal.server import serve


def main(arguments: list[str] | None = None) -> int:
    """Returns the exit code."""
    options = _parser().parse_args(arguments)
    try:
        return asyncio.run(_until_signalled(_command(options)))
    except (ControlError, OSError) as error:
        print(f"rehearsal: {error}", file=sys.stderr)
        return 2


def _command(options: argparse.Namespace) -> Coroutine[None, None, int]:
    if options.command == "serve":
        return _serve(options.host, options.port, options.token, options.ready_file)
    from rehearsal.chat.session import Settings, chat

    return chat(
        Settings(options.data, options.people, options.person, options.clock, options.invited)
    )


async def _serve(host: str, port: int, token: str | None, ready_file: Path | None) -> int:
    await serve(host, port, token, ready_file)
    return 0


async def _until_signalled(work: Coroutine[None, None, int]) -> int:
    """SIGTERM, SIGINT and a closed terminal end the work in order, child processes with it."""
    task = asyncio.ensure_future(work)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        loop.add_signal_handler(number, task.cancel)
    try:
        return await task
    except asyncio.CancelledError:
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m rehearsal", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    server = commands.add_parser("serve", help="a Telegram Bot API on a loopback address")
    server.add_argument("--host", default="127.0.0.1")
    server.add_argument("--port", type=int, default=0, help="0 takes a free one")
    server.add_argument("--token", help="the bot token to accept; made at random when left out")
    server.add_argument("--ready-file", type=Path, help="where to write the addresses as well")
    talk = commands.add_parser("chat", help="chat with the bot in the terminal, as a participant")
    talk.add_argument("--data", type=Path, default=Path("var/demo"), help="the bot's state")
    talk.add_argument("--people", type=Path, default=Path("sample/people.csv"))
    talk.add_argument("--as", dest="person", help="who you are; the first in the file otherwise")
    talk.add_argument(
        "--invited", action="store_true", help="let in only who opens an invitation link"
    )
    talk.add_argument("--clock", help="the time at which the bot's clock starts, in ISO form")
    return parser


if __name__ == "__main__":
    sys.exit(main())
