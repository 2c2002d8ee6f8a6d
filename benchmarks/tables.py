"""One way to show what was measured: a value, and its ratio to what stands beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table


@dataclass(frozen=True, slots=True)
class Row:
    """`value` with its unit; `ratio` to the row that counts as 1.00, None where none applies."""

    what: str
    value: str
    ratio: float | None = None


def show(title: str, rows: Sequence[Row], note: str = "") -> None:
    """Print one table of values and their ratios."""
    cells = [[r.what, r.value, "" if r.ratio is None else f"{r.ratio:.2f}"] for r in rows]
    print_table(title, ("what", "value", "ratio"), cells, note)


def print_table(
    title: str, columns: Sequence[str], rows: Sequence[Sequence[str]], note: str = ""
) -> None:
    """Print one table; every column but the first is aligned right."""
    table = Table(title=title, title_justify="left", title_style="bold", caption=note, box=None)
    table.caption_justify = "left"
    table.add_column(columns[0], min_width=44 if len(columns) < 4 else 12)
    for column in columns[1:]:
        table.add_column(column, justify="right")
    for row in rows:
        table.add_row(*row)
    console = Console(width=100)
    console.print(table)
    console.print()


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` (0 to 1) of the values do not exceed; nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
