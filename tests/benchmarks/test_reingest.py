"""Papers that come in again embed only what is new; the state directory is all there is."""

from functools import partial

from benchmarks.reingest import measure
from benchmarks.word_model import load_words
from knowledge.reading.files import read


def test_only_a_changed_page_is_embedded_and_a_copy_of_the_store_answers_alike() -> None:
    costs = measure(10, 10, load_words, partial(read, most_pages=100))
    assert (costs.first.texts, costs.again.texts) == (120, 0)
    assert (costs.long.texts, costs.page.texts) == (30, 3)
    assert (costs.moved.texts, costs.same, costs.asked) == (0, 20, 20)
    assert costs.counts_hold
