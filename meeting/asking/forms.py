"""The set phrases of questions about a meeting: where am I, what is next, what is on; pure."""

import re
from dataclasses import dataclass

from meeting.asking.vocabulary import (
    MEETING_NOUNS,
    PAPER_NOUNS,
    PROGRAMME_NOUNS,
    SESSION_NOUNS,
    SMALL_WORDS,
)

_ANY_SESSION = frozenset("session sessions seance seances thing things item items".split())
_GREETING = re.compile(
    r"^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|bonjour|bonsoir|salut)\b"
    r"(?: attache| there| again| a tous)?[ ,!]*)+"
)
_MINE = re.compile(
    r"\b(?:where|which|what)\b.*\b(?:am i|are we|do i|should i|must i|shall i|will i|can i|do we|"
    r"should we|i (?:am|be|go|have|need|should|must)|we (?:go|be|meet))\b"
    r"|\b(?:my|mine|mon|ma|mes)\b"
    r"|\b(?:am i|are we) (?!meeting|done|starting|finish\w*|over)"
    r"|\b(?:do|will|must|should) (?:i|we) (?:have|need|go|be)\b|\bwhere to (?:go|be)\b"
    r"|\bwhere next\b|\bou (?:aller|dois|suis|vais|devons|devrais|sommes|faut|me|on va)\b"
    r"|\bon (?:est|va|doit|sera|se retrouve) ou\b|\bnous sommes ou\b|\bou est on\b"
    r"|\bou je (?:dois|vais|suis)\b|\bou on (?:va|doit)\b"
    r"|\bje (?:suis|dois|vais|fais|peux|parle|preside|commence)\b"
    r"|\b(?:suis|dois|vais|fais|ai) je\b|\bj (?:ai|assiste|interviens)\b|\ball(?:ons|er)\b"
    r"|\bdevons nous\b|\bm attend\b|\bon me (?:attend|retrouve)\b"
    r"|\bwhen do i\b|\bquand (?:est )?je\b|\b(?:for me|pour moi)\b"
)
_NEXT = re.compile(
    r"\b(?:next|upcoming|prochaine?s?|suivante?s?|ensuite|coming up|up next|afterwards?|a suivre|"
    r"la suite|resumes?|restart|start again|continues?|repren(?:d|dre|nent|ons)|"
    r"recommence)\b"
    r"|\b(?:after|apres) (?:this|that|ca|cela|it)\b|\b(?:et|what|and) (?:apres|then|puis)\b"
    r"|\bcomes? (?:after|then)$|\bet apres\b|\bapres$|\bafter$|\bthen$|\bpuis$"
)
_FOLLOWS = re.compile(r"\b(?:qui|que) suit\b")
_ON = re.compile(
    r"\b(?:what|which|anything|something|whats|quoi|que|quelles?|quels?|qu)\b.*\b(?:on|happening|"
    r"happens|going on|scheduled|planned|running|sessions?|programme|program|agenda|schedule|"
    r"prevue?s?|passe|lieu|seances?|y a|cours|deroule|talks?|menu|plan)\b"
    r"|\bil y a quoi\b|\bquoi de prevu\b|\bon fait quoi\b|\b(?:anything|something) on\b"
)
GROUP = re.compile(r"\b(?:groups?|groupes?|parallel\w*|parallele\w*|breakout)\b")
_THIS_ONE = re.compile(
    r"\b(?:it|its|that|this|one|there|here|ici|ca|cela|celle|celui|elle)\b"
    r"|\b(?:il(?! y\b)|(?<!il )y|c est)\b"
    r"|\b(?:la|le) (?=presid|anim|moder|dirig|mene)"
)
_VERB = re.compile(
    r"\b(?:(?:can|do|could|may|should|must|will|did) (?:i|we|you|one|people)|puis je|peut on|"
    r"dois je|doit on|pouvons nous|je peux|on peut|to|comment) (?:really |also |still )?(\w+)"
)
_CLOCK = re.compile(r"\b\d{1,2} ?[:h.] ?\d{2}\b|\b(?:at|or|and|a|ou|et) \d{1,2}\b")
_LETTER = re.compile(r"\b(?:write|writing|ecri\w+) (?:to|a)\b|\breport(?:s|ing)? back\b")
_PAST = re.compile(
    r"\b(?:was|were|did|had|has (?:been|\w+e[dn])|have been|went|took"
    r"|signed|happened|adopted|created|established|"
    r"etait|etaient|fut|eu)\b"
)


@dataclass(frozen=True, slots=True)
class Words:
    """A plain text without its time, and what kinds of words it has.

    `topic` are the words that carry a topic, `nouns` those for a kind of session that a title may
    have too, `verbs` what somebody wants to do; the flags tell which set phrases it has.
    """

    text: str
    topic: tuple[str, ...]
    verbs: frozenset[str]
    nouns: tuple[str, ...]
    mine: bool
    next: bool
    on: bool
    this_one: bool
    past: bool
    session_noun: bool
    meeting_noun: bool
    programme_noun: bool
    paper_noun: bool


def without_greeting(text: str) -> str:
    """A plain text without its greeting; "ce qui suit" is said with a word that wears no tie."""
    return _FOLLOWS.sub("quoi ensuite", _GREETING.sub("", text)).strip()


def read_words(text: str) -> Words:
    """Sort the words of a plain text whose time is cut out."""
    timeless = _CLOCK.sub(" ", text)  # "at 12 or 12:30?"
    words = [word for word in re.split(r"[ .,/-]+", timeless) if word]
    kinds = SMALL_WORDS | SESSION_NOUNS | MEETING_NOUNS | PROGRAMME_NOUNS
    topic = tuple(dict.fromkeys(word for word in words if word not in kinds and len(word) > 1))
    said = set(words)
    nouns = SESSION_NOUNS - _ANY_SESSION
    if topic or said & SESSION_NOUNS:  # "the panel on planning", but not "the planning for today"
        nouns |= PROGRAMME_NOUNS | MEETING_NOUNS
    return Words(
        text=text,
        topic=topic,
        verbs=frozenset(_VERB.findall(text)),
        nouns=tuple(dict.fromkeys(word for word in words if word in nouns)),
        mine=bool(_MINE.search(text)),
        next=bool(_NEXT.search(text)),
        on=bool(_ON.search(text)),
        this_one=bool(_THIS_ONE.search(text)),
        past=bool(_PAST.search(text)),
        session_noun=bool(said & SESSION_NOUNS),
        meeting_noun=bool(said & MEETING_NOUNS),
        programme_noun=bool(said & PROGRAMME_NOUNS),
        paper_noun=bool(set(_LETTER.sub(" ", timeless).split()) & PAPER_NOUNS),
    )
