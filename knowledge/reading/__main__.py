"""`python -m knowledge.reading FILE` reads one file within limits and prints it as JSON."""

import argparse
import gc
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from knowledge.reading import refusals
from knowledge.reading.limits import DEFAULT, Limits, limit_myself
from knowledge.reading.wire import to_json

# Objects more than were freed. At Python's 700 a quarter of the time goes into looking for cycles.
_COLLECT_AFTER = 100_000
_BETWEEN = 0.25  # seconds, at least, between two lines that say how far it is


def main(arguments: list[str]) -> int:
    """Read the file named in the arguments; 0 also when the file was refused."""
    options = _options(arguments)
    limits = Limits(options.seconds, options.memory_mib, options.file_mib, options.pages)
    answer = _own_output()
    limit_myself(limits)
    gc.set_threshold(_COLLECT_AFTER)
    told = _progress(answer) if options.progress else _silent
    answer.write(_read_as_json(options.file, limits, told) + "\n")
    answer.close()
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m knowledge.reading", description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--progress", action="store_true", help="first lines such as '40 300'")
    parser.add_argument("--seconds", type=float, default=DEFAULT.seconds)
    parser.add_argument("--memory-mib", type=int, default=DEFAULT.memory_mib)
    parser.add_argument("--file-mib", type=int, default=DEFAULT.file_mib)
    parser.add_argument("--pages", type=int, default=DEFAULT.pages)
    return parser.parse_args(arguments)


def _own_output() -> TextIO:
    """Keep standard output for the answer: what C libraries print there goes to standard error."""
    answer = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return answer


def _progress(answer: TextIO) -> Callable[[int, int], None]:
    """Say how many pages are read, of how many; the last one always."""
    since = time.monotonic()

    def tell(done: int, whole: int) -> None:
        nonlocal since
        now = time.monotonic()
        if now - since >= _BETWEEN or done == whole:
            since = now
            answer.write(f"{done} {whole}\n")
            answer.flush()

    return tell


def _silent(_done: int, _whole: int) -> None:
    pass


def _read_as_json(path: Path, limits: Limits, told: Callable[[int, int], None]) -> str:
    no_memory = to_json(refusals.too_much_memory().as_reading())  # later there is none to write it
    try:
        # Imported under the limits: what the readers' libraries load counts as well.
        from knowledge.reading.files import read

        return to_json(read(path, limits.pages, told))
    except MemoryError:
        return no_memory


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
