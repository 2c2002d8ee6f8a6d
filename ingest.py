"""The organiser's command line: papers, agenda, people and practical matters in, agenda out."""

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.progress import BarColumn, Progress, TaskID, TextColumn
from rich.table import Table

from ingest_console import counted, err, out, services, stop
from ingest_meeting import app as meeting
from ingest_papers import app as papers
from ingest_papers import readers
from knowledge.answering import Answer, NoAnswer
from knowledge.citations import citation_text
from services.adding import Added, Adding, Wish
from services.errors import NoPapers
from services.paper_drafts import PaperRow

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode="rich",
    help="Attaché's papers, agenda, people and practical matters.",
)  # fmt: skip
app.add_typer(meeting)
app.add_typer(papers)


@app.command()
def add(
    paths: Annotated[list[Path], typer.Argument(help="Files, or folders of files.")],
    title: Annotated[str | None, typer.Option(help="The title to cite one file by.")] = None,
    draft: Annotated[bool, typer.Option("--draft", help="Keep it from participants.")] = False,
    new: Annotated[
        bool, typer.Option("--new", help="New papers, whatever they look like.")
    ] = False,
) -> None:
    """Read papers and publish them (with --draft: keep them back). Unchanged files cost nothing."""
    files = list(_files(paths))
    if title is not None and len(files) != 1:
        raise stop("--title is for one file; give the others their own call.")
    if not files:
        raise stop("There are no files here. Name a file, or a folder that holds some.")
    wish = Wish(title, is_draft=draft, is_new=new)
    results = _add_all(services().adding, files, wish)
    if any(result.reason for result in results):
        raise typer.Exit(1)


@app.command(name="list")
def list_papers() -> None:
    """List the papers: short name, title, version, date, pages, who may read, what is a draft."""
    rows = services().papers.everything()
    if not rows:
        out.print("No papers yet. Add some: python ingest.py add FILE")
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("Name", no_wrap=True)  # to be typed as it stands
    for heading in ("Version", "Published", "Pages", "For", "Title"):
        table.add_column(heading, overflow="fold", no_wrap=heading == "Published")
    for row in sorted(rows, key=lambda row: row.title.casefold()):
        live = row.live
        table.add_row(
            escape(row.slug),
            _versions(row),
            f"{live.published_at:%d %b %Y}" if live and live.published_at else "–",
            str(live.pages) if live and live.pages else "–",
            escape(readers(row)) + (", no forwarding" if row.protected else ""),
            escape(row.title),
        )
    out.print(table)


@app.command()
def ask(question: Annotated[str, typer.Argument(help="In your own words.")]) -> None:
    """Answer a question from the published papers, as the bot would."""
    try:
        result = services().library.answer(question, None).result
    except NoPapers:
        raise stop("No papers are published yet. Add some: python ingest.py add FILE") from None
    out.print(escape(_plain(result)))


def _versions(row: PaperRow) -> str:
    """“v2”, “v2, 1 draft”, “draft”."""
    if row.live is None:
        return "draft"
    drafts = f", {counted(row.drafts, 'draft', 'drafts')}" if row.drafts else ""
    return f"v{row.live.number}{drafts}"


def _add_all(adding: Adding, files: Sequence[Path], wish: Wish) -> list[Added]:
    results = []
    columns = TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f} %")
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bars:
        bar = bars.add_task("", total=len(files))
        for index, path in enumerate(files):
            bars.update(bar, description=escape(path.name), completed=index)
            result = adding.add(path, wish, partial(_advance, bars, bar, index))
            out.print(_line(path, result, wish.is_draft))
            results.append(result)
    return results


def _advance(bars: Progress, bar: TaskID, files_done: int, share: float) -> None:
    bars.update(bar, completed=files_done + share)


def _line(path: Path, result: Added, draft: bool) -> str:
    name = f"[bold]{escape(path.name)}[/bold]"
    if result.reason:
        return f"{name}: [red]refused[/red]. {escape(result.reason)}"
    known = f"{escape(result.title)}, v{result.number}"
    if result.unchanged:
        return f"{name}: unchanged ({known})"
    kept = ", kept as a draft" if draft else ""
    before = f" (until now {escape(result.file_before)})" if result.file_before else ""
    count = "1 passage" if result.passages == 1 else f"{result.passages} passages"
    return f"{name}: [green]read[/green] as {known}{before}, {count}{kept}"


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """The files named, and those in the folders named, but for hidden and lock files."""
    for path in paths:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.is_file())
            yield from (p for p in inside if not p.name.startswith((".", "~$")))
        else:
            yield path


def _plain(result: Answer | NoAnswer) -> str:
    if isinstance(result, NoAnswer):
        return "The papers don’t say."
    parts = []
    for claim in result.claims:
        marks = "".join(f"[{number}]" for number in claim.numbers)
        parts.append("\n".join([f"“{claim.text}” {marks}", *(f"• {i}" for i in claim.items)]))
    sources = [f"[{c.number}] {citation_text(c.source)}" for c in result.citations]
    return "\n\n".join([*parts, "\n".join(sources)])


if __name__ == "__main__":
    sys.exit(app())
