"""Makes the sample meeting's papers and agendas from their sources: the same bytes at every run."""

import argparse
import sys
from pathlib import Path

from pdf import pdf
from source import Source, read_source
from word import word
from workbook import workbook

HERE = Path(__file__).parent
SOURCES = HERE / "sources"


def build(folder: Path) -> list[Path]:
    """Write `papers/`, the two agendas and a paper's next version into the folder, made if need
    be; return their paths."""
    papers = folder / "papers"
    papers.mkdir(parents=True, exist_ok=True)
    sources = [read_source(path) for path in sorted(SOURCES.glob("*.md"))]
    made = {papers / source.file: _paper(source) for source in sources}
    made[folder / "agenda.xlsx"] = workbook(SOURCES / "agenda.toml")
    changed = workbook(SOURCES / "agenda.toml", SOURCES / "agenda-changed.toml")
    made[folder / "agenda-changed.xlsx"] = changed
    newer = read_source(SOURCES / "country-cases.md", SOURCES / "country-cases-changed.toml")
    made[folder / newer.file] = _paper(newer)
    for path, data in made.items():
        path.write_bytes(data)
    return list(made)


def _paper(source: Source) -> bytes:
    return pdf(source) if source.file.endswith(".pdf") else word(source)


def main() -> None:
    """Build into the folder named on the command line, by default the sample's own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=HERE)
    for path in build(parser.parse_args().folder):
        sys.stdout.write(f"{path.name}: {path.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
