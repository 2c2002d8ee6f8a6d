"""What was looked up by hand: passages stand where they do in the papers, and are cited so."""

from pathlib import Path

import pytest

from benchmarks.cited import ROOT, Place, asked, read_table, stands_there
from knowledge.reading.child import read_file
from services.config import Environment, load_config
from services.wiring import wire

PAPERS = read_table()
SAMPLES = {path: places for path, places in PAPERS.items() if path.is_relative_to(ROOT)}
# Every second question: all of them, and those to the real PDFs, are asked by the benchmark.
SOME = {path: places[::2] for path, places in SAMPLES.items()}


def test_forty_questions_were_looked_up() -> None:
    assert sum(map(len, PAPERS.values())) >= 40
    assert len(PAPERS) - len(SAMPLES) == 3


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.name)
def test_words_that_answer_stand_on_their_page_in_their_paragraph(path: Path) -> None:
    if not path.exists():
        pytest.skip("the real PDFs are not here")
    passages = read_file(path).passages

    missing = [
        place.ask
        for place in PAPERS[path]
        if sum(stands_there(place, passage) for passage in passages) != 1
    ]
    assert missing == []


def test_questions_to_the_sample_papers_are_cited_from_their_place(tmp_path: Path) -> None:
    config = load_config(ROOT / "config.toml")
    services = wire(config, Environment(attache_data=tmp_path, database_url=None))

    found = list(asked(services, SOME))

    assert [each.place.ask for each in found if not each.is_right] == []
    assert len(found) == sum(map(len, SOME.values())) >= 15


def test_other_page_or_paragraph_is_another_place() -> None:
    passage = next(each for each in read_file(next(iter(SAMPLES))).passages if each.paragraph == 8)
    right = Place("How many?", "50 to 60", page=3, paragraph=8)

    assert stands_there(right, passage)
    assert not stands_there(Place("How many?", "50 to 60", page=4, paragraph=8), passage)
    assert not stands_there(Place("How many?", "50 to 60", page=3, paragraph=9), passage)
