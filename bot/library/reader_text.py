"""Who may read a paper, in words; plain, pure."""

from collections.abc import Mapping

from bot.agenda_text import shortened
from bot.people_text import COMMUNITIES
from bot.wording import Words
from meeting.paper_audience import AudienceKind, PaperAudience
from meeting.people import Community

NAME_CHARACTERS = 60
Titles = Mapping[str, str]  # of the sessions of the agenda that holds, by their ids


def readers(words: Words, audience: PaperAudience, titles: Titles) -> str:
    """For everyone, For the people of “Peace processes”."""
    match audience.kind:
        case AudienceKind.ALL:
            return words.plain("paper.for_all")
        case AudienceKind.ORGANISERS:
            return words.plain("paper.for_organisers")
        case AudienceKind.COMMUNITY:
            return words.plain("paper.for_community", name=community(words, audience.value))
        case AudienceKind.SESSION:
            title = titles.get(audience.value)
            if title is None:
                return words.plain("paper.for_other")
            return words.plain("paper.for_session", name=shortened(title, NAME_CHARACTERS))


def community(words: Words, value: str) -> str:
    """What a community is called."""
    key = COMMUNITIES.get(Community(value), "announce.other_community")
    return words.plain(key)
