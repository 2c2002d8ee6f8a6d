"""Logs for the people who run the bot: no token, no question, no message text."""

import logging
import re

TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{20,}")
QUIET = ("httpx", "httpcore", "apscheduler", "chromadb", "sentence_transformers", "alembic")


class Redacting(logging.Formatter):
    """Blots out whatever looks like a bot token, also in tracebacks."""

    def format(self, record: logging.LogRecord) -> str:
        return TOKEN.sub("<token>", super().format(record))


def set_up(level: int = logging.INFO) -> None:
    """Log to standard error; libraries that log what is asked of them speak only when worried."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redacting("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("telegram").setLevel(logging.INFO)  # below that it logs whole updates
