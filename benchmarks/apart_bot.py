"""The bot with deliberately wrong releases: first the agenda, then, a moment later and in a
transaction of its own, what people are told. It shows that the judge of benchmarks/kill_release.py
sees what a kill between the two leaves behind."""

import sys
import time
from dataclasses import replace

from bot.__main__ import main
from services.config import Config, Environment
from services.releases import Releases
from services.wiring import Services, wire
from store.candidates import read_candidates
from store.change_notices import put_change_notices
from store.database import prepare
from store.dialects import writing
from store.releases import NewRelease, ReleasedRow, ReleaseRows, Tell

MOMENT = 2.0  # seconds


class ApartRows(ReleaseRows):
    """Takes the place of the right ones, over the same store."""

    def release(self, new: NewRelease, tell: Tell) -> ReleasedRow | None:
        quiet = replace(new, agenda=replace(new.agenda, quiet=True))
        made = super().release(quiet, tell)
        if made is None:
            return None
        time.sleep(MOMENT)
        with writing(self._engine) as connection:
            people = read_candidates(connection, unseen=False)
            author = new.agenda.author
            told = put_change_notices(connection, made.number, tell(people), author, new.now)
        return ReleasedRow(made.number, told=len(told))


class ApartReleases(Releases):
    """Releases over those rows."""

    def __init__(self, right: Releases, rows: ReleaseRows) -> None:
        self.__dict__ = right.__dict__ | {"_rows": rows}


def assemble(config: Config, environment: Environment) -> Services:
    """The bot's services, but for the releases."""
    services = wire(config, environment)
    rows = ApartRows(prepare(environment.store_url))
    return replace(services, releases=ApartReleases(services.releases, rows))


if __name__ == "__main__":
    sys.exit(main(assemble))
