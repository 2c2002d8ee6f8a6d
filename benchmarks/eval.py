"""Questions with known answers, asked of one paper: how many come out right.

    python benchmarks/eval.py FILE --paper PATH [--verbose] [--min-fact N] [--min-none N]

FILE holds one JSON object a line: `q`, `kind` (fact, none, follow, fr), `all` (of each inner list
one must stand in the answer, case and spaces aside), `para` (one of these is cited; 0 = front
page), `setup` (asked first). Exit code 1 where a kind comes out below its minimum.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).parents[1]))

from knowledge.answering import Answer, NoAnswer
from services.adding import Wish
from services.config import Environment, load_config
from services.wiring import Services, wire

CONFIG = Path(__file__).parents[1] / "config.toml"


@dataclass(frozen=True, slots=True)
class Case:
    """One question and what its answer must hold."""

    name: str
    kind: str
    question: str
    strings: tuple[tuple[str, ...], ...]
    paragraphs: frozenset[int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask, print a line for each question and a table; 0 where every minimum is met."""
    options = _options(arguments)
    cases = [_case(json.loads(line)) for line in options.file.read_text().splitlines() if line]
    right: Counter[str] = Counter()
    with TemporaryDirectory() as state:
        services = _fresh(Path(state), options.paper)
        for case in cases:
            result = services.library.answer(case.question, None).result
            good = _is_right(case, result)
            right[case.kind] += good
            print(_line(case, result, good))
            if options.verbose and isinstance(result, Answer):
                print(f"      {_said(result)}")
    total = Counter(case.kind for case in cases)
    for kind in total:
        print(f"{kind:8} {right[kind]:3} / {total[kind]}")
    enough = right["fact"] >= options.min_fact and right["none"] >= options.min_none
    return 0 if enough else 1


def _fresh(state: Path, paper: Path) -> Services:
    """The services over a new store that holds one paper."""
    services = wire(load_config(CONFIG), Environment(attache_data=state, database_url=None))
    added = services.adding.add(paper, Wish(), lambda _: None)
    if added.reason:
        raise SystemExit(added.reason)
    return services


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Ask questions of one paper and count.")
    parser.add_argument("file", type=Path, help="questions, one JSON object a line")
    parser.add_argument("--paper", type=Path, required=True)
    parser.add_argument("--verbose", action="store_true", help="print the answers too")
    parser.add_argument("--min-fact", type=int, default=0)
    parser.add_argument("--min-none", type=int, default=0)
    return parser.parse_args(arguments)


def _case(row: dict[str, object]) -> Case:
    strings = row.get("all") or []
    paragraphs = row.get("para") or []
    assert isinstance(strings, list)
    assert isinstance(paragraphs, list)
    return Case(
        str(row.get("id", "")),
        str(row["kind"]),
        str(row["q"]),
        tuple(tuple(inner) for inner in strings),
        frozenset(paragraphs),
    )


def _is_right(case: Case, result: Answer | NoAnswer) -> bool:
    if isinstance(result, NoAnswer):
        return case.kind == "none"
    said = _plain(_said(result))
    return (
        case.kind != "none"
        and bool(case.paragraphs & _cited(result))
        and all(any(_plain(one) in said for one in inner) for inner in case.strings)
    )


def _cited(answer: Answer) -> set[int]:
    return {citation.source.passage.paragraph or 0 for citation in answer.citations}


def _said(answer: Answer) -> str:
    return " / ".join("\n- ".join((claim.text, *claim.items)) for claim in answer.claims)


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()


def _line(case: Case, result: Answer | NoAnswer, good: bool) -> str:
    cited = "no answer" if isinstance(result, NoAnswer) else f"¶ {sorted(_cited(result))}"
    wanted = "no answer" if case.kind == "none" else f"¶ {sorted(case.paragraphs)}"
    mark = "right" if good else "WRONG"
    return f"{mark}  {case.name:5} {case.kind:6} {case.question} · {cited} (wanted: {wanted})"


if __name__ == "__main__":
    sys.exit(main())
