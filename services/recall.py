"""Recalls: what somebody was told from a paper that says otherwise now, and whether they want to
hear of it."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from knowledge.changed_words import changed_words
from knowledge.citations import citation_text
from knowledge.outdated import Fates, Outdated, outdated
from knowledge.papers import Passage, Source
from knowledge.versions import compare
from meeting.notices import RecallNoun
from meeting.people import Participant
from services.readers import Readers
from services.recall_letter import RecallLetter, RecallLine
from store.chats import Chats
from store.papers import Papers
from store.recalls import Recalls, Standing

COMPARED = 8  # pairs of versions at hand: many people are told of one publication


class Recall:
    def __init__(self, rows: Recalls, papers: Papers, chats: Chats, readers: Readers) -> None:
        self._rows = rows
        self._papers = papers
        self._chats = chats
        self._readers = readers
        self._fates = lru_cache(COMPARED)(self._compared)

    def is_wanted(self, person: Participant) -> bool:
        """Whether somebody wants to be told when an answer that they got has changed."""
        return self._chats.wants_recall(person.chat_id)

    def choose(self, person: Participant, wanted: bool) -> None:
        """From now on tell them, or don't; also of what is on its way to them."""
        self._chats.choose_recall(person.chat_id, wanted)

    def letter(
        self, notice_id: int, noun: RecallNoun, recipient: Participant, at: datetime
    ) -> RecallLetter | None:
        """What does not hold any more of what somebody was told, by the version that is live when
        this is asked; `at` is now, in the meeting's zone. None where all of it holds, where they
        were told meanwhile, and where they may not read the paper or want to hear nothing."""
        if recipient.person_id is None:
            return None
        reader = self._readers.of(recipient)
        standing = self._rows.standing(noun.paper_id, recipient.person_id, reader, at)
        if standing is None:
            return None
        told, live = standing.told, standing.live.version_id
        found = outdated(told.told, told.recalled, live, self._fates)
        lines = [(each, self._line(each, standing, at)) for each in found]
        letter = _letter(notice_id, noun, standing, [(e, line) for e, line in lines if line], at)
        if letter is not None:
            self._rows.tells(notice_id, recipient.person_id, live)
        return letter

    def _line(self, each: Outdated, standing: Standing, at: datetime) -> RecallLine | None:
        """None where every sentence of it stands somewhere else in the paper."""
        before, after = each.fate.before, each.fate.after
        fates = self._fates(each.told.version_id, standing.live.version_id)
        new_text = after.text if after else ""
        words = changed_words(before.text, new_text, each.told.quotes, fates.stood, fates.stands)
        if not any(words):
            return None
        place = _place(standing, after) if after else ""
        return RecallLine(each.told.at.astimezone(at.tzinfo), *words, place)

    def _compared(self, before: int, after: int) -> Fates:
        old, new = self._passages(before), self._passages(after)
        return Fates(old, new, compare(old, new))

    def _passages(self, version_id: int) -> tuple[Passage, ...]:
        # Whoever may not read the paper does not come so far; the pair serves all the others.
        return tuple(source.passage for source in self._papers.passages_of([version_id], None))


def _letter(
    notice_id: int,
    noun: RecallNoun,
    standing: Standing,
    found: Sequence[tuple[Outdated, RecallLine]],
    at: datetime,
) -> RecallLetter | None:
    if not found:
        return None
    live, told = standing.live, [each.told for each, _ in found]
    return RecallLetter(
        notice_id=notice_id,
        paper_id=noun.paper_id,
        title=live.title,
        number=live.number,
        is_newer=live.number > max(standing.numbers[each.version_id] for each in told),
        lines=tuple(line for _, line in found),
        at=at,
        answer=max(told, key=lambda each: each.at).message_id,
    )


def _place(standing: Standing, passage: Passage) -> str:
    """The citation, after the name and the number of the paper."""
    live = standing.live
    return citation_text(Source(live, passage)).removeprefix(f"{live.title}, v{live.number}, ")
