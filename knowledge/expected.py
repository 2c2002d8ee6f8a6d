"""What kind of thing a question asks for, and whether a text holds a thing of that kind."""

import re
from enum import Enum

from knowledge.words import content_words, stem


class Expected(Enum):
    """The kinds of answer that the form of an English question tells."""

    EMAIL = "e-mail address"
    PHONE = "telephone number"
    WEB = "web address"
    CLOCK = "time of day"
    NUMBER = "number"
    WHEN = "date"
    WHERE = "place"
    WHO = "person or organisation"
    OTHER = "anything"


# Where a question asks for one of these, a sentence without one cannot be the answer. The forms
# of the others are looser: what they tell is one sign among several.
STRICT = frozenset({Expected.EMAIL, Expected.PHONE, Expected.WEB, Expected.CLOCK})


def _any_of(words: str) -> str:
    return rf"\b(?:{'|'.join(words.split())})\b"


_MONTHS = _any_of(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept? oct nov dec spring summer autumn fall winter"
)
_DAYS = _any_of("monday tuesday wednesday thursday friday saturday sunday")
_TALLIES = _any_of(
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty "
    "hundreds? thousands? millions? billions? dozens? half several few many once twice none"
)
_GROUPS = _any_of(
    "ministry government secretariat agency bank committee group teams? members experts officials "
    "representatives organi[sz]ations participants people actors donors parties advis[eo]rs staff "
    "states countries commission council army king queen president company companies"
)
_NAME = r"(?<![.!?:\n•“\"(] )(?<!^)\b[A-Z]\w+"  # a capital that no sentence begins with
_YEAR = r"\b1\d{3}\b|\b20\d{2}\b|\b\d{1,2}(?:st|nd|rd|th) century\b"

# Tried in this order; the first form that fits tells the kind.
_FORMS = (
    (Expected.EMAIL, r"\be-?mails?\b|\bmail address"),
    (Expected.PHONE, r"\b(?:tele)?phone\b|\bmobile number\b|\bfax\b"),
    (Expected.WEB, r"\bweb ?(?:site|page|address)\b|\burl\b|\bhomepage\b"),
    (Expected.CLOCK, r"\bwhat time\b|\bwhich hour\b|\bo.?clock\b"),
    (Expected.NUMBER, r"\bhow (?:many|much|long|large|big|high|old|far|often|tall|wide|deep)\b"
     r"|\bnumber of\b|\b(?:percentage|length|size|cost|price|fee|budget)\b"),
    (Expected.WHEN, r"\bwhen\b|\b(?:what|which) (?:year|date|day|month|century|decade)s?\b"
     r"|\bdates?\b|\bdeadline\b"),
    (Expected.WHERE, r"\bwhere\b|\b(?:what|which) (?:city|country|place|town|venue)\b|\bvenue\b"
     r"|\blocation\b"),
    (Expected.WHO, r"\bwho(?:m|se|s)?\b"),
)  # fmt: skip

_HOLDING = {
    Expected.EMAIL: re.compile(r"\S@\S+\.\w"),
    Expected.PHONE: re.compile(r"\+?\d[\d ()/.-]{5,}\d"),
    Expected.WEB: re.compile(r"https?://|\bwww\."),
    Expected.CLOCK: re.compile(
        r"\b\d{1,2}[:.h]\d{2}\b|\b\d{1,2} ?(?:a\.?m|p\.?m|hrs?|h)\b"
        r"|(?i:o.clock|\bnoon\b|\bmidnight\b|\b(?:morning|afternoon|evening)\b)"
    ),
    Expected.NUMBER: re.compile(rf"\d|(?i:{_TALLIES})"),
    Expected.WHEN: re.compile(rf"{_YEAR}|(?i:{_MONTHS}|{_DAYS})"),
    Expected.WHERE: re.compile(
        r"\b(?:[Ii]n|[Aa]t|[Tt]o|[Ff]rom|[Nn]ear|[Oo]f|[Oo]n)(?: the)? [A-Z]"
    ),
    Expected.WHO: re.compile(rf"{_NAME}|\b[A-Z]{{2,}}\b|(?i:{_GROUPS})"),
}


def expected(question: str) -> Expected:
    """The kind of answer asked for, by the form of the question; a rule of thumb in English."""
    asked = question.casefold()
    return next((kind for kind, form in _FORMS if re.search(form, asked)), Expected.OTHER)


def holds(kind: Expected, text: str) -> bool:
    """Whether a text holds a thing of this kind; anything does for OTHER."""
    return kind not in _HOLDING or bool(_HOLDING[kind].search(text))


def names_the_doer(question: str, text: str) -> bool:
    """Whether a text says by whom is done what "who does it?" asks: "organised by the ministry"."""
    asked = re.search(r"\bwho\b(.*)", question, re.IGNORECASE)
    deeds = content_words(asked.group(1))[:1] if asked else []
    done = {stem(word.casefold()) for word in re.findall(r"(\w+) by (?:the )?[A-Z]", text)}
    return any(stem(deed) in done for deed in deeds)
