"""After an erasure no file of the store holds a byte of the paper."""

import random
import string
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from sqlalchemy import Engine, text

from knowledge.embedding import text_hash
from knowledge.papers import Passage
from knowledge.windows import windows
from store.database import prepare
from store.embeddings import Embeddings
from store.erasing import erase_paper
from store.errors import TracesLeft
from store.papers import NewVersion, Papers
from store.questions import AnswerSource, Questions
from store.rewriting import has_traces
from tests.store.conftest import NOON

WORDS = 200


@pytest.fixture
def secret_words() -> list[str]:
    chance = random.Random(6)
    return ["".join(chance.choices(string.ascii_lowercase, k=14)) for _ in range(WORDS)]


def put_paper(engine: Engine, new: NewVersion, texts: Sequence[str]) -> int:
    """A published paper with its vectors; the file holds the texts too."""
    found = tuple(Passage(n, each, n + 1, 1) for n, each in enumerate(texts))
    named = NewVersion(
        texts[0], f"{texts[0]}.txt", "text/plain", "\n".join(texts).encode(), texts[0], 1, found,
        new.added_at,
    )  # fmt: skip
    row = Papers(engine).add_version(None, named, publish=True)
    vectors = {text_hash(w): vector(w) for each in found for w in windows(each)}
    Embeddings(engine).put("model", vectors)
    return row.paper_id


def vector(of: str) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
    return np.frombuffer(text_hash(of).encode()[:32], np.float32)


def ask(engine: Engine, version_id: int, body: str) -> None:
    asked = Questions(engine).ask(None, 7, "What is the word?", NOON)
    Questions(engine).record_answer(
        asked.question_id, kind="answer", body=body, revision=1,
        sources=[AnswerSource(1, version_id, 0, (body,))], at=NOON,
    )  # fmt: skip


def found_in(folder: Path, words: Sequence[str]) -> int:
    """How many of these words the files of a folder hold, in whatever case of encoding."""
    contents = [file.read_bytes() for file in folder.rglob("*") if file.is_file()]
    forms = [(word.encode(), word.encode("utf-16-le")) for word in words]
    return sum(any(form in data for data in contents for form in pair) for pair in forms)


def test_no_secret_word_is_left_in_any_file(
    engine: Engine, tmp_path: Path, chat: int, first: NewVersion, secret_words: list[str]
) -> None:
    kept = put_paper(engine, first, ["Harbour", "Two piers remain."])
    texts = [f"The word of the day is {word}." for word in secret_words]
    for version_id, version in enumerate((texts, list(reversed(texts))), 2):
        paper_id = put_paper(engine, first, ["Secrets", *version])
        ask(engine, version_id, version[0])
    assert found_in(tmp_path, secret_words) == WORDS
    erase_paper(engine, paper_id)
    assert found_in(tmp_path, secret_words) == 0
    assert [row.paper_id for row in Papers(engine).list_papers(None)] == [kept]
    assert len(Papers(engine).passages_of([1], None)) == 2


def test_vectors_go_unless_another_paper_has_the_text(
    engine: Engine, tmp_path: Path, first: NewVersion
) -> None:
    put_paper(engine, first, ["Harbour", "Two piers remain."])
    paper_id = put_paper(engine, first, ["Secrets", "Two piers remain.", "Nobody knows."])
    texts = ["Two piers remain.", "Nobody knows.", "Secrets"]
    erase_paper(engine, paper_id)
    hashes = [text_hash(each) for each in texts]
    assert Embeddings(engine).known("model", hashes) == {hashes[0]}
    lost = [vector(each).tobytes() for each in texts[1:]]
    data = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert [one in data for one in lost] == [False, False]


def test_answer_that_rested_on_it_is_forgotten_and_others_stay(
    engine: Engine, chat: int, first: NewVersion
) -> None:
    put_paper(engine, first, ["Harbour"])
    paper_id = put_paper(engine, first, ["Secrets"])
    ask(engine, 1, '{"claims": "kept"}')
    ask(engine, 2, '{"claims": "gone"}')
    erase_paper(engine, paper_id)
    bodies = [Questions(engine).get_answer(number) for number in (1, 2)]
    assert [each.body for each in bodies if each] == ['{"claims": "kept"}', '{"erased": true}']
    left = [Questions(engine).sources(number, 7) for number in (1, 2)]
    assert [len(each) for each in left] == [1, 0]


def test_revision_is_raised_and_numbers_are_not_used_again(
    engine: Engine, first: NewVersion
) -> None:
    paper_id = put_paper(engine, first, ["Secrets"])
    before = Papers(engine).revision()
    erase_paper(engine, paper_id)
    assert Papers(engine).revision() == before + 1
    assert put_paper(engine, first, ["Secrets"]) == paper_id + 1


def test_unknown_paper_is_a_lookup_error_and_leaves_no_mark(engine: Engine) -> None:
    with pytest.raises(LookupError, match="no paper 9"):
        erase_paper(engine, 9)
    assert not has_traces(engine)


def test_reader_in_another_process_delays_the_last_traces_to_the_next_start(
    engine: Engine, tmp_path: Path, first: NewVersion, secret_words: list[str]
) -> None:
    paper_id = put_paper(engine, first, ["Secrets", *secret_words])
    other = prepare(str(engine.url))
    with engine.connect() as connection:
        connection.connection.dbapi_connection.execute("PRAGMA busy_timeout = 50")  # type: ignore[union-attr]
    with other.connect() as looking:
        looking.execute(text("SELECT count(*) FROM passages")).scalar()
        with pytest.raises(TracesLeft):
            erase_paper(engine, paper_id)
    assert Papers(engine).list_papers(None) == ()
    assert has_traces(engine)
    other.dispose()
    prepare(str(engine.url)).dispose()
    assert (has_traces(engine), found_in(tmp_path, secret_words)) == (False, 0)


def test_questions_go_on_while_a_paper_is_erased(engine: Engine, first: NewVersion) -> None:
    put_paper(engine, first, ["Harbour"])
    paper_id = put_paper(engine, first, ["Secrets", *map(str, range(300))])
    eraser = threading.Thread(target=erase_paper, args=(engine, paper_id))
    eraser.start()
    seen = {len(Papers(engine).live_versions(None).labels) for _ in range(50)}
    eraser.join(60)
    assert seen <= {1, 2}
    assert len(Papers(engine).live_versions(None).labels) == 1
