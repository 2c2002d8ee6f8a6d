"""The invitation links of a rehearsal: made by the bot's own command, opened by the characters."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from rehearsal.errors import ControlError
from rehearsal.process import bot_process
from rehearsal.server import Addresses

_SHOWN_LINES = 4


async def invitation_codes(
    addresses: Addresses, env: Mapping[str, str], command: Sequence[str], folder: Path
) -> dict[str, str]:
    """Invites everybody who has not opened the bot; what each link sends with /start, by key.

    The links stay in ``folder``. Raises ControlError where the bot's command does not make them.
    """
    file = _file(folder)
    inviting = (*command, "invite", "--all", "--out", str(file))
    async with bot_process(addresses, env, command=inviting) as process:
        if await process.wait():
            lines = process.last_lines(_SHOWN_LINES)
            raise ControlError("\n".join(["No invitations:", *(f"  {line}" for line in lines)]))
    return _codes(file)


def _file(folder: Path) -> Path:
    return folder.resolve() / "invitations.csv"


def _codes(file: Path) -> dict[str, str]:
    with file.open(encoding="utf-8", newline="") as lines:
        links = {row["key"]: row["link"] for row in csv.DictReader(lines)}
    codes = {key: parse_qs(urlsplit(link).query).get("start") for key, link in links.items()}
    return {key: found[0] for key, found in codes.items() if found}
