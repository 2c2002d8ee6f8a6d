"""The organiser's commands for papers: publish, roll back, compare, who may read, erase."""

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.markup import escape

from ingest_console import at_a_terminal, counted, out, services, stop
from knowledge.papers import Passage
from knowledge.versions import ChangeKind, Compared, PassageChange, numbers_first
from meeting.paper_audience import AudienceKind, PaperAudience
from meeting.people import Community
from services.errors import AttacheError, NotThere
from services.library_desk import PaperDesk
from services.paper_drafts import PaperCard, PaperRow, Published, VersionRow
from services.wiring import Services
from store.errors import TracesLeft

app = typer.Typer()
Slug = Annotated[
    str, typer.Argument(help="The paper's short name, as list shows it.", show_default=False)
]
Tell = Annotated[bool, typer.Option("--tell", help="Tell the people whose answers change.")]
CHARACTERS = 160  # of a passage in a line of changes
SIGNS = {ChangeKind.ADDED: "+", ChangeKind.CHANGED: "~", ChangeKind.REMOVED: "-"}


@app.command()
def publish(
    slug: Slug,
    version: Annotated[int | None, typer.Argument(help="Its draft; else the newest one.")] = None,
    tell: Tell = False,
) -> None:
    """Publish a draft of a paper in one step: from then on no answer comes from the old text."""
    desk, card = _card(slug)
    drafts = [each for each in card.versions if each.published_at is None]
    draft = _chosen(drafts, version, f"{slug} has no such draft; list and diff show what is there.")
    try:
        view = desk.view(None, draft.version_id)
        out.print(_counts(view.compared), style="dim")
        _told(desk.publish(None, draft.version_id, view.before_id, tell), tell)
    except AttacheError as error:
        raise _refused(error) from None


@app.command()
def rollback(
    slug: Slug,
    version: Annotated[
        int | None, typer.Argument(help="The version to go back to; else the one before.")
    ] = None,
    tell: Tell = False,
) -> None:
    """Have an older version of a paper read again."""
    desk, card = _card(slug)
    live = card.paper.live
    older = [each for each in card.versions if each.published_at and each != live]
    if version is None and card.paper.previous_id is not None:
        older = [each for each in older if each.version_id == card.paper.previous_id]
    target = _chosen(older, version, f"{slug} has no such older version.")
    try:
        _told(desk.roll_back(None, card.paper.paper_id, target.version_id, tell), tell)
    except AttacheError as error:
        raise _refused(error) from None


@app.command()
def diff(
    slug: Slug,
    before: Annotated[int | None, typer.Argument(help="A version.")] = None,
    after: Annotated[int | None, typer.Argument(help="A later one.")] = None,
) -> None:
    """What one version of a paper changes, numbers first: the newest draft of what is read, or the
    last change of what is read."""
    desk, card = _card(slug)
    pair = _pair(card, before, after)
    if pair is None:
        raise stop(f"{slug} has no two such versions to compare.")
    old, new = pair
    found = desk.compare(None, old.version_id, new.version_id)
    out.print(f"{escape(new.title)}: v{old.number} → v{new.number}. {_counts(found)}")
    for change in numbers_first(found.changes):
        out.print(escape("\n".join(_lines(change))))


@app.command()
def audience(
    slug: Slug,
    kind: Annotated[AudienceKind | None, typer.Argument(help="Who may read it.")] = None,
    value: Annotated[str, typer.Argument(help="The community, or the id of the session.")] = "",
    forwarding: Annotated[
        bool | None, typer.Option("--forwarding/--no-forwarding", help="Of its file.")
    ] = None,
) -> None:
    """Say who may read a paper, from the next question on; without more, show it."""
    desk, card = _card(slug)
    try:
        if kind is not None:
            desk.set_audience(None, card.paper.paper_id, _audience(services(), kind, value))
        if forwarding is not None:
            desk.set_protected(None, card.paper.paper_id, not forwarding)
        paper = desk.paper(None, card.paper.paper_id).paper
    except AttacheError as error:
        raise _refused(error) from None
    kept = ", no forwarding" if paper.protected else ""
    out.print(f"{escape(paper.title)}: for {escape(readers(paper))}{kept}")


@app.command()
def erase(
    slug: Slug,
    yes: Annotated[bool, typer.Option("--yes", help="Without being asked.")] = False,
) -> None:
    """Take a paper out of every file on the disk: all versions, texts, vectors, what was told."""
    desk, card = _card(slug)
    versions = counted(len(card.versions), "version", "versions")
    about = f"{escape(card.paper.title)}, {versions}"
    if not yes:
        if not at_a_terminal():
            raise stop(f"This would erase {about} for good; with --yes it does.")
        typer.confirm(f"Erase {about} for good?", abort=True)
    try:
        desk.erase(card.paper.paper_id)
    except (AttacheError, TracesLeft) as error:
        raise _refused(error) from None
    out.print(f"[green]Erased[/green]: {about}")


def readers(paper: PaperRow) -> str:
    """“all”, “organisers”, “the community diplomacy”, “the session peace”."""
    of = paper.audience
    return f"the {of.kind} {of.value}" if of.value else str(of.kind)


def _card(slug: str) -> tuple[PaperDesk, PaperCard]:
    desk = services().paper_desk
    try:
        return desk, desk.named(None, slug)
    except NotThere:
        raise stop(f"No paper is called {slug}; python ingest.py list shows the names.") from None


def _chosen(among: list[VersionRow], number: int | None, otherwise: str) -> VersionRow:
    wanted = [each for each in among if number in (None, each.number)]
    if not wanted:
        raise stop(otherwise)
    return wanted[0]


def _pair(
    card: PaperCard, before: int | None, after: int | None
) -> tuple[VersionRow, VersionRow] | None:
    """The two versions named; else what is read and the newest draft; else what was read before
    and what is read."""
    numbers = {each.number: each for each in card.versions}
    ids = {each.version_id: each for each in card.versions}
    live, previous = card.paper.live, card.paper.previous_id
    draft = next((each for each in card.versions if each.published_at is None), None)
    new = numbers.get(after) if after is not None else draft or live
    if before is not None:
        old = numbers.get(before)
    elif new is not None and new == live:
        old = ids.get(previous) if previous is not None else None
    else:
        old = live
    return (old, new) if old and new and old != new else None


def _audience(parts: Services, kind: AudienceKind, value: str) -> PaperAudience:
    communities = {each.value for each in Community}
    sessions = {each.session_id for each in parts.agenda.held().agenda.sessions}
    if kind is AudienceKind.COMMUNITY and value not in communities:
        raise stop(f"Choose one of these: {', '.join(sorted(communities))}.")
    if kind is AudienceKind.SESSION and value not in sessions:
        raise stop("There is no such session.")
    if kind in (AudienceKind.ALL, AudienceKind.ORGANISERS) and value:
        raise stop(f"“{kind}” wants no name.")
    return PaperAudience(kind, value)


def _told(done: Published, tell: bool) -> None:
    told = f" {counted(done.told, 'person is', 'people are')} told." if tell else ""
    out.print(
        f"[green]Published[/green]: {escape(done.version.title)}, v{done.version.number}.{told}"
    )


def _refused(error: Exception) -> typer.Exit:
    return stop(f"{str(error) or type(error).__name__}".rstrip(".") + ".", 1)


def _counts(found: Compared) -> str:
    counts = found.added, found.changed, found.removed, found.unchanged
    return "{} passages added, {} changed, {} removed, {} unchanged.".format(*counts)


def _lines(change: PassageChange) -> Iterator[str]:
    passage = change.after or change.before
    numbers = "; ".join(f"{old} → {new}" for old, new in change.numbers)
    where = _where(passage) if passage else ""
    yield f"{SIGNS[change.kind]} {where}{f': {numbers}' if numbers else ''}"
    if change.before is not None:
        yield f"    - {_cut(change.before.text)}"
    if change.after is not None:
        yield f"    + {_cut(change.after.text)}"


def _where(passage: Passage) -> str:
    paragraph = "front page" if passage.paragraph is None else f"¶ {passage.paragraph}"
    page = passage.page_label or passage.page
    return f"{paragraph}, p. {page}" if page else paragraph


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= CHARACTERS else f"{line[: CHARACTERS - 1]}…"
