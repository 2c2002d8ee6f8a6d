"""`python -m store`: the release command; brings the store of the environment up to date."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import URL

from store.database import bring_up_to_date
from store.errors import StoreError


def main(environment: Mapping[str, str]) -> int:
    """Exit code 0 when the store is up to date, 2 with a sentence when it cannot be."""
    try:
        bring_up_to_date(store_url(environment))
    except StoreError as error:
        print(error, file=sys.stderr)  # noqa: T201
        return 2
    print("The store is up to date.")  # noqa: T201
    return 0


def store_url(environment: Mapping[str, str]) -> str:
    """DATABASE_URL, else the SQLite file in ATTACHE_DATA; an empty variable counts as unset."""
    if url := environment.get("DATABASE_URL"):
        return url
    file = Path(environment.get("ATTACHE_DATA") or "var") / "attache.db"
    return URL.create("sqlite", database=str(file.absolute())).render_as_string()


if __name__ == "__main__":
    sys.exit(main(os.environ))
