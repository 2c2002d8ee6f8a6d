"""The committed files are what their sources say, and the sources are our own words."""

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import docx
import pypdfium2
import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample"
ORIGINAL = ROOT.parent / "shared" / "meeting" / "concept-note.txt"
TITLES = {
    "concept-note.pdf": "Concept note",
    "country-cases.docx": "Country cases",
    "inter-ministerial-coherence.pdf": "Inter-ministerial coherence",
    "multilateral-processes.pdf": "Multilateral processes",
    "policy-documents.docx": "Policy documents",
}
AGENDAS = ("agenda.xlsx", "agenda-changed.xlsx")
NEWER = "country-cases-v2.docx"
# Names and titles that any text about the same matters has to share.
NAMES = (
    "Principles for Good International Engagement in Fragile States and Situations",
    "Whole-of-Government Approaches in Fragile States",
)
LONGEST_SHARED_RUN = 7
SHORTEST_SENTENCE = 6


OUR_TEXTS = [*sorted((SAMPLE / "sources").iterdir()), SAMPLE / "logistics.toml"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _build(tmp_path_factory.mktemp("sample"))


def test_build_makes_agendas_committed_papers_a_newer_version_and_nothing_else(built: Path) -> None:
    papers = {f"papers/{name}" for name in TITLES}

    assert set(_files(built)) == {*AGENDAS, NEWER, *papers}
    assert set(_files(SAMPLE / "papers")) == set(TITLES)


@pytest.mark.parametrize("name", [name for name in TITLES if name.endswith(".pdf")])
def test_built_pdf_is_the_committed_one(built: Path, name: str) -> None:
    assert (built / "papers" / name).read_bytes() == (SAMPLE / "papers" / name).read_bytes()


@pytest.mark.parametrize("name", [name for name in TITLES if name.endswith(".docx")])
def test_built_docx_is_the_committed_one(built: Path, name: str) -> None:
    # Not the container's bytes: how small they are packed depends on the machine's zlib.
    assert _entries(built / "papers" / name) == _entries(SAMPLE / "papers" / name)


@pytest.mark.parametrize("name", [*AGENDAS, NEWER])
def test_what_is_built_to_be_sent_is_the_committed_one(built: Path, name: str) -> None:
    assert _entries(built / name) == _entries(SAMPLE / name)


def test_second_build_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    assert _files(_build(tmp_path)) == _files(built)


def test_papers_carry_their_short_titles() -> None:
    assert {name: _title(SAMPLE / "papers" / name) for name in TITLES} == TITLES


def test_concept_note_numbers_eleven_paragraphs() -> None:
    source = (SAMPLE / "sources" / "concept-note.md").read_text(encoding="utf-8")

    assert re.findall(r"^(\d+)\. ", source, re.MULTILINE) == [str(n) for n in range(1, 12)]


@pytest.mark.parametrize("path", OUR_TEXTS, ids=lambda p: p.stem)
def test_source_shares_no_sentence_and_no_long_run_with_the_original(path: Path) -> None:
    if not ORIGINAL.exists():
        pytest.skip(f"{ORIGINAL.name}, which the facts come from, is not beside this repository")
    original, ours = (file.read_text(encoding="utf-8") for file in (ORIGINAL, path))

    assert set(_sentences(original)) & set(_sentences(ours)) == set()
    assert set(_runs(original)) & set(_runs(ours)) == set()


def test_copied_run_would_be_seen() -> None:
    copied = "all nine of them walk to the harbour before the boat leaves"

    assert set(_runs(f"Then {copied}.")) & set(_runs(f"Today, {copied}!")) != set()
    assert set(_sentences(f"Yes. {copied}.")) & set(_sentences(f"- {copied}!")) != set()


def _build(folder: Path) -> Path:
    subprocess.run([sys.executable, SAMPLE / "build.py", folder], check=True, capture_output=True)
    return folder


def _files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _entries(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as container:
        return {name: container.read(name) for name in container.namelist()}


def _title(path: Path) -> str:
    if path.suffix == ".docx":
        return str(docx.Document(str(path)).core_properties.title)
    with pypdfium2.PdfDocument(path) as document:
        return str(document.get_metadata_value("Title"))


def _sentences(text: str) -> Iterator[str]:
    for sentence in re.split(r"[.!?:;]\s|\n\s*\n|\n\s*- ", text):
        words = _words(sentence)
        if len(words) >= SHORTEST_SENTENCE:
            yield " ".join(words)


def _runs(text: str) -> Iterator[str]:
    """Yield all runs of one word more than may be shared; a name ends a run."""
    names = "|".join(r"\W+".join(_words(name)) for name in NAMES)
    for part in re.split(names, text, flags=re.IGNORECASE):
        words = _words(part)
        for start in range(len(words) - LONGEST_SHARED_RUN):
            yield " ".join(words[start : start + LONGEST_SHARED_RUN + 1])


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
