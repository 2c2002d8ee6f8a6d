"""Papers for different readers, each with a secret word in its title, file name and text."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from meeting.paper_audience import AudienceKind, PaperAudience
from meeting.people import Community

CLOSED = "closed"  # the id of the session whose people have papers of their own
AUDIENCES = {
    "all": PaperAudience(),
    "organisers": PaperAudience(AudienceKind.ORGANISERS),
    "diplomacy": PaperAudience(AudienceKind.COMMUNITY, Community.DIPLOMACY),
    "development": PaperAudience(AudienceKind.COMMUNITY, Community.DEVELOPMENT),
    "session": PaperAudience(AudienceKind.SESSION, CLOSED),
}
TOPICS = (
    "harbour garden library market bridge tunnel museum station airport stadium school hospital "
    "factory kitchen theatre cinema prison temple castle tower lighthouse mill quarry orchard "
    "vineyard bakery brewery pharmacy laboratory greenhouse workshop warehouse cemetery fountain "
    "playground reservoir windmill monastery courtyard barracks"
).split()


@dataclass(frozen=True, slots=True)
class SecretPaper:
    """A paper that only its `audience`, a key of AUDIENCES, may know of."""

    number: int
    topic: str
    secret: str
    audience: str

    @property
    def title(self) -> str:
        return f"{self.secret.capitalize()} on the {self.topic}"

    @property
    def question(self) -> str:
        return f"What is the password of the {self.topic} plan?"


def secret_papers(count: int, seed: int) -> tuple[SecretPaper, ...]:
    """The audiences take turns."""
    chance, kinds = random.Random(seed), list(AUDIENCES)
    return tuple(
        SecretPaper(number, TOPICS[number], _word(chance), kinds[number % len(kinds)])
        for number in range(count)
    )


def write_pdf(folder: Path, paper: SecretPaper, version: int) -> Path:
    """A page on which each sentence is a paragraph; the next version has another number."""
    path = folder / f"{paper.secret}.pdf"
    canvas = Canvas(str(path), pageCompression=0, invariant=1)
    canvas.setTitle(paper.title)
    sentences = (
        f"The password of the {paper.topic} plan is {paper.secret}, as all of its authors know.",
        f"The {paper.topic} plan costs {100 + version} crowns, which {paper.secret} has to pay.",
        f"Whoever has read of {paper.secret} may talk of the {paper.topic} plan to the others.",
    )
    for line, sentence in enumerate(sentences):
        canvas.drawString(72, 720 - 48 * line, sentence)
    canvas.save()
    return path


def slip(word: str, chance: random.Random) -> str:
    """The word with one letter changed, not the first one."""
    at = chance.randrange(1, len(word))
    return word[:at] + chance.choice("aeiou") + word[at + 1 :]


def found_in(text: str, papers: Sequence[SecretPaper]) -> list[SecretPaper]:
    """The papers whose secret a text gives away."""
    folded = text.casefold()
    return [paper for paper in papers if paper.secret in folded]


def _word(chance: random.Random) -> str:
    """Ten letters that no paper and no text of the bot has."""
    return "".join(chance.choice("bdfgklmnprtvz") + chance.choice("aeiou") for _ in range(5))
