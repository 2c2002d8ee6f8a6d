"""Fits the weights of knowledge/refusal.py, and says how they do on articles held out.

    python benchmarks/fit_refusal.py ../shared/eval/retrieval/squad2-half.json

Each article of the set is a library of its own, as a meeting's papers are. A `fact` question is
asked of its article, a near miss of the article it is about, an off-topic one of a random article
(seeded). A quote is good when it comes from a passage that the set calls relevant; everything else
should be refused. Five folds by article: the held-out figures are of articles never fitted on.
"""

import json
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.tables import print_table
from knowledge.embedding import StoredEmbeddings, load_model
from knowledge.index import PassageIndex
from knowledge.models import SHIPPED
from knowledge.papers import Passage, Source, VersionLabel
from knowledge.refusal import BIAS, THRESHOLD, WEIGHTS, Signs, signs
from knowledge.search import Search
from knowledge.writers.choosing import scored

SEED = 11
FOLDS = 5
KINDS = ("fact", "near-miss", "off-topic")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question asked of its article: the signs of the best sentence, whether it is right."""

    kind: str
    article: str
    signs: Signs
    good: bool


def main(arguments: Sequence[str]) -> int:
    """Print the fitted weights and a table of what is answered at several thresholds."""
    data = json.loads(Path(arguments[0]).read_text(encoding="utf-8"))
    asked = list(ask_all(data["corpus"], data["questions"]))
    table = np.array([astuple(each.signs) for each in asked])
    good = np.array([each.good for each in asked])
    model = LogisticRegression(C=10, max_iter=1000).fit(table, good)
    fitted = dict(zip([each.name for each in fields(Signs)], model.coef_[0], strict=True))
    rows = [
        [name, f"{value:.2f}", f"{getattr(WEIGHTS, name):.2f}"] for name, value in fitted.items()
    ]
    rows.append(["(bias)", f"{model.intercept_[0]:.2f}", f"{BIAS:.2f}"])
    print_table("Weights", ["sign", "fitted now", "in knowledge/refusal.py"], rows)
    held_out = cross_val_predict(
        LogisticRegression(C=10, max_iter=1000), table, good, cv=GroupKFold(FOLDS),
        groups=[each.article for each in asked], method="predict_proba",
    )[:, 1]  # fmt: skip
    print_table(
        "Answered, on articles held out",
        ["threshold", "facts, right passage", "facts, wrong passage", "near misses", "off topic"],
        [_row(asked, held_out, threshold) for threshold in sorted({0.2, 0.3, 0.4, 0.5, THRESHOLD})],
    )
    return 0


def ask_all(
    corpus: Mapping[str, str], questions: Sequence[Mapping[str, object]]
) -> Iterator[Asked]:
    """Ask every question of its article."""
    model = load_model(SHIPPED)
    chance = random.Random(SEED)
    articles = _articles(corpus)
    for article, asked in _by_article(questions, sorted(articles), chance).items():
        index = PassageIndex(StoredEmbeddings(lambda _: {}, model))
        sources = articles[article]
        index.add(list(sources.values()))
        for question in asked:
            evidence = Search(index).evidence(str(question["q"]), frozenset({1}))
            ranked = scored(evidence, model)
            if ranked:
                best = ranked[0]
                found = signs(evidence, ranked)
                relevant = {sources.get(name) for name in question["relevant"]}  # type: ignore[attr-defined]
                yield Asked(str(question["kind"]), article, found, best.unit.source in relevant)
        index.close()


def _articles(corpus: Mapping[str, str]) -> dict[str, dict[str, Source]]:
    found: dict[str, dict[str, Source]] = defaultdict(dict)
    for name, text in corpus.items():
        passages = found[_article(name)]
        label = VersionLabel(1, _article(name), 1)
        passages[name] = Source(label, Passage(len(passages), text, len(passages) + 1, None))
    return found


def _by_article(
    questions: Sequence[Mapping[str, object]], articles: Sequence[str], chance: random.Random
) -> dict[str, list[Mapping[str, object]]]:
    found: dict[str, list[Mapping[str, object]]] = defaultdict(list)
    for question in questions:
        if question["kind"] in KINDS:
            about = question["relevant"] or [question.get("about")]
            name = about[0]  # type: ignore[index]
            found[_article(name) if name else chance.choice(articles)].append(question)
    return found


def _article(passage: str) -> str:
    return passage.rsplit("-", 1)[0]


def _row(asked: Sequence[Asked], probability: np.ndarray, threshold: float) -> list[str]:
    said = probability >= threshold

    def share(kind: str, good: bool) -> str:
        of = [at for at, each in enumerate(asked) if each.kind == kind]
        return f"{sum(said[at] and asked[at].good == good for at in of) / len(of):.0%}"

    shares = [
        share("fact", True),
        share("fact", False),
        share("near-miss", False),
        share("off-topic", False),
    ]
    return [f"{threshold:.2f}", *shares]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
