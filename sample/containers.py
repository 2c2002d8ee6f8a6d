"""Office files are zip archives that carry the time of their making; here it is always the same."""

import io
import zipfile
from datetime import datetime

# Before the meeting, as papers are. Any fixed moment would do.
MADE = datetime(2008, 1, 14, 9, 0)  # noqa: DTZ001  (Office stores a moment without a zone)


def with_fixed_times(made: io.BytesIO) -> bytes:
    """The same archive, each of its entries dated MADE."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(fixed, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, MADE.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return fixed.getvalue()
