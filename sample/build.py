"""Makes the papers of the sample meeting from their sources: the same bytes at every run."""

import argparse
import sys
from pathlib import Path

from pdf import pdf
from source import Source, read_source
from word import word

HERE = Path(__file__).parent


def build(folder: Path) -> list[Path]:
    """Write all papers to the folder, which is made if need be, and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    sources = [read_source(path) for path in sorted((HERE / "sources").glob("*.md"))]
    return [_write(source, folder / source.file) for source in sources]


def _write(source: Source, path: Path) -> Path:
    path.write_bytes(pdf(source) if path.suffix == ".pdf" else word(source))
    return path


def main() -> None:
    """Build into the folder named on the command line, by default the sample's own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=HERE / "papers")
    for path in build(parser.parse_args().folder):
        sys.stdout.write(f"{path.name}: {path.stat().st_size:,} bytes\n")


if __name__ == "__main__":
    main()
