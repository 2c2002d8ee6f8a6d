"""Times of day as people write them, English and French: "3pm", "15h30", "half past two"; pure."""

import re
from dataclasses import dataclass

_NUMBERS = {
    word: number
    for number, line in enumerate(
        "zero;one une un;two deux;three trois;four quatre;five cinq;six;seven sept;eight huit;"
        "nine neuf;ten dix;eleven onze;twelve douze;thirteen treize;fourteen quatorze;"
        "fifteen quinze;sixteen seize;seventeen;eighteen;nineteen;twenty vingt".split(";")
    )
    for word in line.split()
} | {"thirty": 30, "trente": 30, "forty": 40, "quarante": 40, "fortyfive": 45}
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_HALF = r"(?P<half> (?:et demie?|trente))?"
_PART = r"(?: ?(?P<part>am|pm|a\.?m|p\.?m)\b)?"
_BEFORE = (
    r"(?P<lead>(?:at|by|from|around|about|after|before|since|until|till|a|vers|des|avant|apres|"
    r"circa|ca|jusqu a) (?:about |around |environ )?)"
)

# Tried in this order.
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?:{_BEFORE})?\b(?P<past>half|quarter|\d{{1,2}}|ten|five|twenty) "
        rf"(?P<sign>past|to) (?P<hour>{_NUMBER})\b{_PART}",
        rf"(?:{_BEFORE})?\b(?P<hour>{_NUMBER}) ?(?:heures?|h)\b(?: (?P<quarter>et quart|"
        rf"moins le quart)| (?P<minute>[0-5]\d)\b)?{_HALF}",
        rf"(?:{_BEFORE})?\b(?P<hour>\d{{1,2}}) ?[h:.] ?(?P<minute>[0-5]\d)(?:\b|(?=[ap]\.?m\b))"
        rf"{_PART}",
        rf"(?:{_BEFORE})?\b(?P<hour>{_NUMBER}) ?(?P<part>am|pm|a\.?m|p\.?m)\b",
        rf"(?:{_BEFORE})?\b(?P<hour>{_NUMBER}) ?o ?clock\b(?: (?P<minute>[0-5]\d)\b)?",
        rf"{_BEFORE}(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\b",
        rf"{_BEFORE}(?P<hour>{_NUMBER})\b(?![:.]\d){_PART}"
        r"(?! (?:minutes?|mins?|days?|jours?|people|papers|pages|persons?|sessions?|speakers?|"
        r"of|person|per|percent|st|nd|rd|th|february|fevrier|january|march))",
        r"\b(?:at |a |vers |around )?(?P<noon>noon|midday|midi|midnight|minuit)\b"
        r"(?P<half> et demie?)?",
    )
)
_RANGE = re.compile(
    r"\b(?:between|entre|from|de) (?P<first>\S+(?: \S+){0,2}?) (?:and|et|to|till|until|a) "
    r"(?P<second>.+)"
)
_UNSURE_UNTIL = 12  # an hour from 1 to 12 without "pm" may be meant on either side of noon


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `unsure`: "at 3", which may be 03:00 or 15:00. `found` is where it stands."""

    hour: int
    minute: int
    unsure: bool
    lead: str
    found: tuple[int, int]


def clock_time(text: str) -> Clock | None:
    """The first time of day in a plain text; None where there is none."""
    for form in _FORMS:
        for match in form.finditer(text):
            found = _read(match)
            if found is not None:
                return found
    return None


def clock_range(text: str) -> tuple[Clock, Clock, tuple[int, int]] | None:
    """The first "between 2 and 4", "de 14h à 16h": both times, and where the words stand."""
    for match in _RANGE.finditer(text):
        first = _all_of(match["first"])
        words = match["second"].split()
        ends = [" ".join(words[:count]) for count in range(min(3, len(words)), 0, -1)]
        second = next(((clock, end) for end in ends if (clock := _all_of(end))), None)
        if first and second:
            return first, second[0], (match.start(), match.start("second") + len(second[1]))
    return None


def _all_of(words: str) -> Clock | None:
    """The time of day that words are, all of them."""
    clock = clock_time(f"at {words}")
    return clock if clock and clock.found == (0, len(words) + 3) else None


def digits(text: str) -> str:
    """Number words as digits: "in twenty minutes" -> "in 20 minutes"."""
    return re.sub(r"[a-z]+", lambda m: str(_NUMBERS.get(m.group(), m.group())), text)


def _read(match: re.Match[str]) -> Clock | None:
    parts = match.groupdict()
    lead = (parts.get("lead") or "").split(" ")[0]
    if parts.get("noon"):
        hour = 12 if parts["noon"] in ("noon", "midday", "midi") else 0
        return Clock(hour, 30 if parts.get("half") else 0, False, lead, match.span())
    hour, minute = _number(parts["hour"]), int(parts.get("minute") or 0)
    hour, minute = _shifted(parts, hour, minute)
    part = (parts.get("part") or "").replace(".", "")
    if part and not 1 <= hour <= 12:
        part = ""
    if part:
        hour = hour % 12 + (12 if part == "pm" else 0)
    if not (0 <= hour <= 23 and 0 <= minute <= 59):
        return None
    padded = parts["hour"].startswith("0")
    unsure = not part and 1 <= hour <= _UNSURE_UNTIL and not padded
    return Clock(hour, minute, unsure, lead, match.span())


def _shifted(parts: dict[str, str | None], hour: int, minute: int) -> tuple[int, int]:
    """The hour and minute after "half past", "quarter to", "et demie", "moins le quart"."""
    if past := parts.get("past"):
        minutes = {"half": 30, "quarter": 15}.get(past) or _number(past)
        return (hour, minutes) if parts.get("sign") == "past" else (hour - 1, 60 - minutes)
    if quarter := parts.get("quarter"):
        return (hour, 15) if quarter == "et quart" else (hour - 1, 45)
    return hour, 30 if parts.get("half") else minute


def _number(word: str | None) -> int:
    return _NUMBERS.get(word or "", -1) if not (word or "").isdigit() else int(word or 0)
