"""The log of a test, as the running bot would write it; Python's logging is left as it was."""

import io
import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager

from bot import discretion, logs

MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
Line = dict[str, object]


class Logged:
    """What was written, as text and line by line."""

    def __init__(self) -> None:
        self.stream = io.StringIO()

    @property
    def text(self) -> str:
        return self.stream.getvalue()

    def lines(self) -> list[Line]:
        """Each line; fails where one is not the JSON object that every line is to be."""
        lines = [json.loads(line) for line in self.text.splitlines()]
        for line in lines:
            assert list(line)[:4] == ["at", "level", "logger", "event"]
            assert MOMENT.fullmatch(line["at"])
        return lines

    def facts(self) -> list[Line]:
        """Each line without the moment, which no test knows."""
        return [{key: line[key] for key in line if key != "at"} for line in self.lines()]


@contextmanager
def logged() -> Iterator[Logged]:
    """`bot.logs` set up on a stream, and with all that anybody says down to DEBUG: what is
    quiet in the running bot must keep to the same discretion."""
    written, root = Logged(), logging.getLogger()
    others = [logging.getLogger(name) for name in (*discretion.FIXED, *logs.QUIET)]
    before = root.level, root.handlers[:], logging.raiseExceptions
    levels = {logger: logger.level for logger in others}
    root.handlers.clear()  # so that setting up does not close those of pytest
    logs.set_up(stream=written.stream)
    for logger in (root, *others):
        logger.setLevel(logging.DEBUG)
    try:
        yield written
    finally:
        logging.captureWarnings(False)
        for logger, level in levels.items():
            logger.setLevel(level)
        root.setLevel(before[0])
        root.handlers[:] = before[1]
        logging.raiseExceptions = before[2]
