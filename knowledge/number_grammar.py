"""What numbers, amounts, ranges, dates and times of day look like, in English and French."""

from knowledge.number_words import NUMBER_WORDS, ORDINAL, RUN

GAP = "[ \u00a0\u2009\u202f]"
_DASH = "[-–—‑−]"

# 1,250 · 1 250 · 1.250,50 · 12.5 · 3.2.1; groups of three are thousands.
DIGITS = rf"(?:\d{{1,3}}(?:(?:{GAP}|[,.'’])\d{{3}}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,:/]\d+)*)"
_SUFFIX = r"(?:st|nd|rd|th|ers?|ères?|res?|es?|èmes?)\b"
_SIGN = r"(?:(?<!\S)[-−](?=\d))?"
_ONE = rf"(?:{_SIGN}{DIGITS}(?:{_SUFFIX})?|{RUN}|{ORDINAL})"
SCALE = r"(?:thousand|mille|[mb]illions?|milliards?|trillions?|bn|k|m)\b"
PER_CENT = r"(?:%|per ?cent\b|pour ?cent\b|p\. ?100)"
_CODE = r"(?:EUR|USD|GBP|NOK|CHF|SEK|DKK)\b"
MONEY_BEFORE = rf"(?:US\$|[€$£¥]|{_CODE})"
MONEY_AFTER = (
    rf"(?:US\$|[€$£¥]|{_CODE}"
    r"|(?:[Ee]uros?|(?:US )?[Dd]ollars?|[Kk]roner?|[Cc]ouronnes|[Ff]rancs?|[Pp]ounds?)\b)"
)
_AMOUNT = (
    rf"(?:{MONEY_BEFORE}{GAP}?)?{_ONE}(?:{GAP}?{SCALE})?"
    rf"(?:{GAP}?{PER_CENT}|{GAP}?(?:d[e’'] ?)?{MONEY_AFTER})?"
)
_TO = rf"(?:{GAP}?{_DASH}{GAP}?(?=\d)|{GAP}(?:to|à|au){GAP})"
_RANGE = (
    rf"(?:[Bb]etween {_AMOUNT} and {_AMOUNT}|[Ee]ntre {_AMOUNT} et {_AMOUNT}"
    rf"|{_AMOUNT}(?:{_TO}{_AMOUNT})?)"
)

_MONTHS = (
    "january february march april may june july august september october november december".split()
)
_MONTHS_FR = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
MONTHS = {
    **{name: number for number, name in enumerate(_MONTHS, start=1)},
    **{name[:3]: number for number, name in enumerate(_MONTHS, start=1)},
    **{name: number for number, name in enumerate(_MONTHS_FR, start=1)},
    "sept": 9,
}
# English months have a capital ("may" is a verb), French ones need none.
_ENGLISH = "|".join(name.capitalize() for name in [*_MONTHS, *(each[:3] for each in _MONTHS)])
_FRENCH = "|".join(f"[{name[0].upper()}{name[0]}]{name[1:]}" for name in _MONTHS_FR)
_MONTH = rf"(?:(?:{_ENGLISH}|Sept|{_FRENCH})\b\.?)"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er)?(?!\d)"
_DAYS = rf"{_DAY}(?:{GAP}?{_DASH}{GAP}?{_DAY}|(?:,| and| et| to| au){GAP}{_DAY})*"
_YEAR = rf"(?:(?:,|{GAP}){GAP}?\d{{4}}(?!\d))"
_DATE = (
    rf"(?:\d{{4}}-\d\d-\d\d|{_DAYS}{GAP}(?:of )?{_MONTH}{_YEAR}?|{_MONTH}{GAP}{_DAYS}{_YEAR}?"
    rf"|{_MONTH}{GAP}\d{{4}}(?!\d))"
)
_CLOCK = (
    rf"(?:\d{{1,2}}(?::\d\d)?{GAP}?[ap]\.?m\b\.?|\d{{1,2}}{GAP}?h(?:{GAP}?\d\d|\b)"
    r"|(?<![\d:])\d{1,2}:\d\d(?![\d:]))"
)

MENTION = rf"(?P<date>{_DATE})|(?P<clock>{_CLOCK})|(?P<amount>{_RANGE})"
PART = rf"{DIGITS}|{RUN}|{ORDINAL}"

# The words that a mention can begin with, in lower case; any other mention begins with a sign.
STARTS = frozenset(
    {*NUMBER_WORDS, *MONTHS, *"between entre us eur usd gbp nok chf sek dkk".split()}
)
