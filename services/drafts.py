"""An announcement while it is written: what was said, for whom, and at last sent."""

from dataclasses import replace
from datetime import datetime

from knowledge.language import likeliest
from meeting.announcements import Announcement, Message
from meeting.audience import Kind
from meeting.clock import Clock
from meeting.delivery import Urgency
from meeting.drafts import (
    EVERYONE,
    Awaited,
    Draft,
    Written,
    translated,
    without_translation,
    written_anew,
)
from meeting.moments import Doubt, read_moment
from meeting.people import Participant, Role, spoken
from services.audience_choices import AudienceChoices, Choice
from services.audiences import Audiences, Reach
from services.dispatch import Dispatch, MeetingFacts
from services.errors import (
    AttacheError,
    DraftGone,
    MediumStays,
    NobodyChosen,
    NothingToSend,
    NotThere,
    TimePast,
    TimeSkipped,
    TimeUnclear,
    TooLong,
)
from store.drafts import DraftRows

__all__ = ["Awaited", "Choice", "Draft", "Drafts", "Reach", "Written"]

DOUBTS: dict[Doubt, type[AttacheError]] = {
    Doubt.UNCLEAR: TimeUnclear,
    Doubt.PAST: TimePast,
    Doubt.SKIPPED: TimeSkipped,
}


class Drafts:
    """One draft for each chat. A draft that is given has come from here; where it was sent, thrown
    away or replaced meanwhile, DraftGone is raised and nothing changes."""

    def __init__(
        self,
        rows: DraftRows,
        audiences: Audiences,
        choices: AudienceChoices,
        dispatch: Dispatch,
        clock: Clock,
        meeting: MeetingFacts,
    ) -> None:
        self._rows = rows
        self._audiences = audiences
        self._choices = choices
        self._dispatch = dispatch
        self._clock = clock
        self._meeting = meeting

    def current(self, person: Participant) -> Draft | None:
        """What somebody is writing."""
        return self._rows.of_chat(person.chat_id)

    def one(self, person: Participant, draft_id: int) -> Draft:
        """The draft whose button was pressed. Raises DraftGone."""
        draft = self.current(person)
        if draft is None or draft.draft_id != draft_id:
            raise DraftGone(f"draft {draft_id}")
        return draft

    def expects(self, person: Participant) -> bool:
        """Whether somebody's next message is for their draft; one look at one row."""
        return self._rows.awaits(person.chat_id)

    def begin(self, person: Participant) -> Draft:
        """A new draft, in place of an older one; it awaits its text."""
        return self._rows.put(Draft(0, person.chat_id), self._clock.now())

    def correct(self, person: Participant, announcement_id: int) -> Draft:
        """A draft that will correct an announcement, and awaits its text. Raises NotThere where it
        is not theirs, does not hold any more, or has not gone out."""
        found = self._dispatch.correctable(person, announcement_id)
        draft = Draft(
            draft_id=0,
            chat_id=person.chat_id,
            message=found.version.message,
            audience=found.audience,
            urgency=found.urgency,
            corrects=announcement_id,
            audience_is_chosen=True,
        )
        return self._rows.put(draft, self._clock.now())

    def take(self, person: Participant, written: Written) -> Draft:
        """Take a message for the text or the translation that is awaited; nothing is awaited then.

        A text takes the place of the whole message with its translations. Raises DraftGone where
        none is awaited; NothingToSend, TooLong or MediumStays, and the draft waits on.
        """
        draft = self.current(person)
        if draft is None or draft.awaited not in (Awaited.TEXT, Awaited.TRANSLATION):
            raise DraftGone("no text is awaited")
        if written.is_empty:
            raise NothingToSend
        message = self._message(person, draft, written)
        if written.text.units > message.longest:
            raise TooLong(written.text.units, message.longest)
        return self._keep(replace(draft, message=message, awaited=None, language=None))

    def take_time(self, person: Participant, text: str) -> datetime:
        """The moment to send at (aware, in the meeting's zone) that was awaited; nothing is awaited
        then. Raises DraftGone where none is; TimeUnclear, TimePast or TimeSkipped, and the draft
        waits on."""
        draft = self.current(person)
        if draft is None or draft.awaited is not Awaited.TIME:
            raise DraftGone("no time is awaited")
        moment = read_moment(text, self._clock.now(), self._meeting.zone)
        if isinstance(moment, Doubt):
            raise DOUBTS[moment]
        self._keep(replace(draft, awaited=None))
        return moment

    def await_(self, draft: Draft, awaited: Awaited | None, language: str | None = None) -> Draft:
        """Take the author's next message for this; `language` is that of a translation. Raises
        NotThere for a language that the bot does not speak."""
        if awaited is Awaited.TRANSLATION and language not in self._meeting.languages:
            raise NotThere(f"no language {language}")
        return self._keep(replace(draft, awaited=awaited, language=language))

    def toggle(self, draft: Draft, kind: Kind, value: str) -> Draft:
        """Choose people by this value, or not any more; with no value left, nobody is chosen."""
        audience = draft.audience.toggled(kind, value)
        chosen = not audience.is_everyone
        return self._keep(replace(draft, audience=audience, audience_is_chosen=chosen))

    def everyone(self, draft: Draft) -> Draft:
        """Choose everybody on the list."""
        return self._keep(replace(draft, audience=EVERYONE, audience_is_chosen=True))

    def choose_urgency(self, draft: Draft, urgency: Urgency) -> Draft:
        return self._keep(replace(draft, urgency=urgency))

    def drop_translation(self, draft: Draft, language: str) -> Draft:
        """Without the text in this language; the first text stays."""
        if draft.message is None:
            return draft
        return self._keep(replace(draft, message=without_translation(draft.message, language)))

    def reach(self, draft: Draft) -> Reach:
        """The people whom the draft is for; nobody where that has not been chosen."""
        if draft.corrects is not None:
            return Reach(self._audiences.recipients(draft.corrects))
        chosen = draft.audience_is_chosen
        return Reach(self._audiences.chosen(draft.audience) if chosen else ())

    def choices(self, person: Participant, kind: Kind) -> tuple[Choice, ...]:
        """All values of one kind that somebody on the list has; of announcements those that this
        person may see."""
        everything = person.role is Role.ORGANISER
        return self._choices.of(kind, None if everything else person.chat_id)

    def labels(self, kind: Kind) -> dict[str, str]:
        """What the values of one kind are called, for an audience that was chosen."""
        return {choice.value: choice.label for choice in self._choices.of(kind)}

    def send(self, person: Participant, draft_id: int, at: datetime | None = None) -> Announcement:
        """Send a draft, or schedule it for `at` (aware): in one transaction the draft goes, and
        the announcement and what it causes come. A correction is sent at once.

        Raises DraftGone (the button was pressed twice), NothingToSend, NobodyChosen, TimePast;
        NotThere where what it corrects does not hold any more.
        """
        draft = self.one(person, draft_id)
        if draft.message is None:
            raise NothingToSend
        if draft.corrects is not None:
            return self._dispatch.correct(person, draft, draft.message, draft.corrects)
        people = [one.person_id for one in self.reach(draft).people]
        if not people:
            raise NobodyChosen
        return self._dispatch.send(draft, draft.message, people, at)

    def discard(self, person: Participant, draft_id: int) -> None:
        """Throw a draft away; twice is the same as once."""
        self._rows.remove(person.chat_id, draft_id)

    def _message(self, person: Participant, draft: Draft, written: Written) -> Message:
        """The message of the draft with what was awaited. Raises MediumStays, DraftGone."""
        is_translation = draft.awaited is Awaited.TRANSLATION
        medium = draft.message.medium if draft.message else None
        if (is_translation or draft.corrects) and written.medium not in (None, medium):
            raise MediumStays
        if not is_translation:
            return written_anew(draft, written, self._language(person, draft, written))
        message = translated(draft, written)
        if message is None:
            raise DraftGone("there is no text to translate")
        return message

    def _language(self, person: Participant, draft: Draft, written: Written) -> str:
        """The language of a text: the one on offer that it reads like; in doubt that of the text
        before, or the author's own."""
        offered = self._meeting.languages
        before = next(iter(draft.message.texts)) if draft.message else spoken(person, offered)
        return likeliest(written.text.plain, (before, *offered))

    def _keep(self, draft: Draft) -> Draft:
        if not self._rows.change(draft, self._clock.now()):
            raise DraftGone(f"draft {draft.draft_id}")
        return draft
