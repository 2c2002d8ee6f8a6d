"""A zip container is measured by its own directory before anything in it is unpacked."""

import zipfile
from pathlib import Path, PurePosixPath

from knowledge.reading import refusals

# Real Office files have tens or hundreds of entries and unpack to 2 to 20 times their size.
MOST_ENTRIES = 2_000
MOST_UNPACKED_BYTES = 256 * 1024 * 1024
MOST_RATIO = 100
RATIO_COUNTS_FROM_BYTES = 10 * 1024 * 1024
_FOLDERS = {"xl/": "a spreadsheet", "ppt/": "a presentation", "word/": "a Word document (.docx)"}


def check_office(path: Path, says: str, folder: str) -> None:
    """Raise RefusedError unless the zip file is of a sane size and keeps its text in `folder`.

    `says` is the kind that its name promises, for the organiser.
    """
    try:
        with zipfile.ZipFile(path) as container:
            entries = container.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise refusals.damaged() from error
    _check_sizes(entries, path.stat().st_size)
    _check_names(entries)
    _check_kind({entry.filename for entry in entries}, says, folder)


def _check_sizes(entries: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    swollen = unpacked > RATIO_COUNTS_FROM_BYTES and unpacked > MOST_RATIO * packed
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED_BYTES or swollen:
        raise refusals.unpacks_too_big()


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise refusals.encrypted()
    if len(set(names)) < len(names) or not all(_stays_inside(name) for name in names):
        raise refusals.damaged()


def _stays_inside(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return ".." not in path.parts and not path.is_absolute() and ":" not in path.parts[0]


def _check_kind(names: set[str], says: str, folder: str) -> None:
    if "[Content_Types].xml" not in names:
        raise refusals.not_what_it_says(says, "a zip archive")
    for other, name in _FOLDERS.items():
        if other != folder and any(entry.startswith(other) for entry in names):
            raise refusals.not_what_it_says(says, name)
    if not any(entry.startswith(folder) for entry in names):
        raise refusals.damaged()
