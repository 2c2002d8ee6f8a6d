"""Invitation links as files: a csv for the organisers' own mail merge, QR codes as PNG."""

import csv
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import segno

from services.invitations import Invitation

HEADINGS = ("key", "name", "link")
# A spreadsheet takes a cell that begins so for a formula
# (owasp.org/www-community/attacks/CSV_Injection).
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
QR_SCALE = 8  # pixels for each module
NAME_CHARACTERS = 100


def write_csv(invitations: Iterable[Invitation], bot: str, file: TextIO) -> None:
    """One line for each person: key, name, link."""
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(HEADINGS)
    for each in invitations:
        person = each.to.person
        rows.writerow([safe(person.key), safe(person.name), each.link(bot)])


def write_qr(invitations: Iterable[Invitation], bot: str, folder: Path) -> None:
    """One picture for each person, named by their key."""
    for each in invitations:
        segno.make(each.link(bot), micro=False).save(
            str(folder / f"{file_name(each)}.png"), scale=QR_SCALE
        )


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: with an apostrophe before it."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def file_name(invitation: Invitation) -> str:
    """A person's key as the name of a file, with their number where it had to be changed."""
    key = invitation.to.person.key
    name = re.sub(r"[^\w.@-]+|^[.-]+", "_", key)[:NAME_CHARACTERS]
    return name if name == key else f"{name}-{invitation.to.person_id}"


@contextmanager
def written(path: Path | None) -> Iterator[TextIO]:
    """A file that is there when all of it is, for its owner's eyes only; None is stdout.

    Raises OSError, before anything is made, where it cannot be written.
    """
    if path is None:
        yield sys.stdout
        return
    part = path.with_name(f".{path.name}.part")
    part.unlink(missing_ok=True)
    try:
        private = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with open(private, "w", encoding="utf-8", newline="") as file:  # noqa: PTH123
            yield file
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
