"""The day that a question names: "tomorrow", "mardi", "the second day", "12 February"; pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_WEEKDAYS = (
    "monday|lundi", "tuesday|tues?|mardi", "wednesday|wed|mercredi", "thursday|thu|thurs?|jeudi",
    "friday|fri|vendredi", "saturday|samedi", "sunday|dimanche",
)  # fmt: skip
_ORDINALS = {"first": 0, "1st": 0, "one": 0, "premier": 0, "1er": 0, "un": 0, "1": 0,
             "second": 1, "2nd": 1, "two": 1, "deuxieme": 1, "deux": 1, "2": 1, "seconde": 1,
             "third": 2, "3rd": 2, "three": 2, "troisieme": 2, "trois": 2, "3": 2,
             "fourth": 3, "4th": 3, "four": 3, "quatrieme": 3, "quatre": 3, "4": 3,
             "last": -1, "final": -1, "dernier": -1, "derniere": -1}  # fmt: skip
_ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_MONTH = (
    r"(?:jan(?:uary|vier)?|feb(?:ruary)?|fevr?(?:ier)?|mar(?:ch|s)?|apr(?:il)?|avr(?:il)?|may|mai|"
    r"june?|juin|july?|juillet|aug(?:ust)?|aout|sept?(?:ember|embre)?|oct(?:ober|obre)?|"
    r"nov(?:ember|embre)?|dec(?:ember|embre)?)"
)
_RELATIVE = (
    (r"\b(?:the )?day after tomorrow\b|\bapres demain\b", 2),
    (r"\btomorrow\b|\bdemain\b|\bthe next day\b|\ble lendemain\b", 1),
    (r"\byesterday\b|\bhier\b", -1),
    (r"\btoday\b|\baujourdhui\b|\bce jour\b|\bthis day\b", 0),
)
_DATES = (
    rf"\b(?:on |le )?(?:the )?\d{{1,2}}(?:st|nd|rd|th|er)? (?:of )?{_MONTH}\b(?: \d{{4}})?",
    rf"\b(?:on )?{_MONTH} (?:the )?\d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{4}}\b)?",
    r"\b(?:on |le )?\d{4}-\d{2}-\d{2}\b",
    r"\b(?:on |le )?\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?\b",
)

_MAY_BE_A_TIME = re.compile(r"\d{1,2}\.\d{1,2}")  # "11.15" is a quarter past eleven


@dataclass(frozen=True, slots=True)
class Named:
    """A day, and where in the text it stands."""

    day: date
    found: tuple[int, int]


def named_day(text: str, today: date, days: Sequence[date]) -> Named | None:
    """The day that a plain text names; `days` are the meeting's. None where it names none."""
    return (
        _relative(text, today)
        or _dated(text, today, days)
        or _numbered(text, days)
        or _weekday(text, today, days)
        or _day_of_month(text, days)
    )


def _relative(text: str, today: date) -> Named | None:
    for form, nights in _RELATIVE:
        if match := re.search(form, text):
            return Named(today + timedelta(days=nights), match.span())
    return None


def _dated(text: str, today: date, days: Sequence[date]) -> Named | None:
    for form in _DATES:
        match = re.search(form, text)
        found = _parsed(match.group(), days[0] if days else today) if match else None
        if match and found and (found in days or not _MAY_BE_A_TIME.fullmatch(match.group())):
            return Named(found, match.span())
    return None


def _parsed(words: str, near: date) -> date | None:
    """dateparser's reading of a date, in the year of the meeting where it names none."""
    import dateparser  # here: it is slow to import, and few words get this far

    written = re.sub(r"^(?:on|le) |\b(?:the|of) ", "", words)
    base = datetime(near.year, 1, 1)  # noqa: DTZ001 (dateparser takes a naive base)
    found = dateparser.parse(
        written,
        languages=["en", "fr"],
        settings={"RELATIVE_BASE": base, "PREFER_DATES_FROM": "current_period",
                  "DATE_ORDER": "YMD" if re.match(r"\d{4}", written) else "DMY"},
    )  # fmt: skip
    return found.date() if found else None


def _numbered(text: str, days: Sequence[date]) -> Named | None:
    """ "the second day", "day 2", "le dernier jour"; None past the last."""
    match = re.search(
        rf"\b(?:on )?(?:the |le )?(?P<n>{_ORDINAL}) (?:day|jour|journee)\b"
        rf"|\b(?:on )?(?:day|jour) (?:day|jour)?(?P<m>{_ORDINAL})\b",
        text,
    )
    if match is None:
        return None
    number = _ORDINALS[match["n"] or match["m"]]
    return Named(days[number], match.span()) if number < len(days) and days else None


def _weekday(text: str, today: date, days: Sequence[date]) -> Named | None:
    for number, form in enumerate(_WEEKDAYS):
        match = re.search(rf"\b(?:on |this |next |le |ce )?(?:{form})(?: prochain)?\b", text)
        if match:
            of_meeting = [day for day in days if day.weekday() == number]
            ahead = [day for day in of_meeting if day >= today]
            nearest = today + timedelta(days=(number - today.weekday()) % 7)
            return Named((ahead or of_meeting[-1:] or [nearest])[0], match.span())
    return None


def _day_of_month(text: str, days: Sequence[date]) -> Named | None:
    match = re.search(r"\b(?:on )?the (\d{1,2})(?:st|nd|rd|th)\b|\ble (\d{1,2})\b(?! ?h|:)", text)
    if match is None:
        return None
    number = int(match[1] or match[2])
    found = [day for day in days if day.day == number]
    return Named(found[0], match.span()) if found else None
