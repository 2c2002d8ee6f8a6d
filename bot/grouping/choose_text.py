"""What participants read about parallel sessions from which they may choose, as Telegram HTML,
pure."""

from bot.agenda_text import fitted
from bot.grouping import groups_words
from bot.wording import Words
from meeting.agenda import Session
from services.wishes import GroupChoice

MORE = "groups.more"


def choice(words: Words, choice: GroupChoice) -> str:
    """The question with the sessions, those that were chosen first; or why there is nothing to
    choose."""
    if (settled := _settled(words, choice)) is not None:
        return settled
    others = [session for session in choice.block.sessions if session not in choice.chosen]
    lines = [*_chosen(words, choice), *(f"• {_where(words, choice, each)}" for each in others)]
    when, count = groups_words.when(words, choice.block), len(choice.block.sessions)
    below = ["", words("choose.take_back")] if choice.chosen else []
    heading = words("choose.ask", **when, count=count)
    return fitted(words, heading, lines, below, counted=MORE)


def done(words: Words, choice: GroupChoice) -> str:
    """After [Done]: what was noted, and until when it can be changed."""
    if (settled := _settled(words, choice)) is not None:
        return settled
    when = groups_words.when(words, choice.block)
    if not choice.chosen:
        return words("choose.nothing", **when)
    below = ["", words("choose.until")]
    return fitted(words, words("choose.done", **when), _chosen(words, choice), below, counted=MORE)


def _settled(words: Words, choice: GroupChoice) -> str | None:
    """What is said where there is nothing to choose any more, or never was."""
    when = groups_words.when(words, choice.block)
    for key, session in (("choose.placed", choice.place), ("choose.part", choice.part)):
        if session is not None:
            return f"{words(key, **when)} {_where(words, choice, session)}"
    return None if choice.is_open else words("choose.closed", **when)


def _chosen(words: Words, choice: GroupChoice) -> list[str]:
    return [
        f"{groups_words.number(rank)} {_where(words, choice, session)}"
        for rank, session in enumerate(choice.chosen, 1)
    ]


def _where(words: Words, choice: GroupChoice, session: Session) -> str:
    return groups_words.where(words, choice.agenda, session)
