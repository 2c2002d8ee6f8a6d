"""Numbers written as words, in English and French: "twenty-nine", "quatre-vingt-dix"; pure."""

import re

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_UNITS_FR = (
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_TENS_FR = "vingt trente quarante cinquante soixante".split()

_SMALL = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: value for value, word in enumerate(_UNITS_FR)},
    **{word: 10 * (place + 2) for place, word in enumerate(_TENS)},
    **{word: 10 * (place + 2) for place, word in enumerate(_TENS_FR)},
    "une": 1,
    "vingts": 20,
    "septante": 70,
    "huitante": 80,
    "octante": 80,
    "nonante": 90,
}
_HUNDREDS = {"hundred", "hundreds", "cent", "cents"}
SCALES = {
    "thousand": 1_000,
    "mille": 1_000,
    **dict.fromkeys(("million", "millions"), 1_000_000),
    **dict.fromkeys(("billion", "billions", "milliard", "milliards", "bn"), 1_000_000_000),
    **dict.fromkeys(("trillion", "trillions"), 1_000_000_000_000),
}
_ORDINALS = {
    **{
        word: value
        for value, word in enumerate(
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh "
            "twelfth".split(),
            start=1,
        )
    },
    **{
        word: value
        for value, word in enumerate(
            "premier deuxième troisième quatrième cinquième sixième septième huitième neuvième "
            "dixième onzième douzième".split(),
            start=1,
        )
    },
    "première": 1,
}
_WORDS = sorted({*_SMALL, *_HUNDREDS, *SCALES} - {"bn"}, key=len, reverse=True)
# Every word that a number can begin with.
NUMBER_WORDS = frozenset({*_WORDS, *_ORDINALS})
_ANY_CASE = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in _WORDS)
_AND = r"(?:(?<=hundred)|(?<=thousand)|(?<=million))[ -]and[ -]"
_ET = r"(?:(?<=vingt)|(?<=nte)|(?<=soixante))[ -]et[ -](?=une?\b|onze\b)"

# A run of number words; "UN" is the United Nations, so capitals count at the front of a word only.
RUN = rf"\b(?:{_ANY_CASE})\b(?:(?:{_AND}|{_ET}|[ -])(?:{_ANY_CASE})\b)*"
ORDINAL = rf"\b(?:{'|'.join(f'[{word[0].upper()}{word[0]}]{word[1:]}' for word in _ORDINALS)})\b"


def value_of(run: str) -> int | None:
    """The number that a run of words says; None where they are not one number ("two three")."""
    words = [word for word in re.split(r"[\s-]+", run.casefold()) if word not in {"and", "et"}]
    total, part, scale = 0, None, None
    for word in words:
        if word in SCALES and (scale is None or SCALES[word] < scale):
            scale = SCALES[word]
            total, part = total + (1 if part is None else part) * scale, None
        elif word in _HUNDREDS and (part is None or 0 < part < 10):
            part = (part or 1) * 100
        elif word in _SMALL and (joined := _joined(part, word)) is not None:
            part = joined
        else:
            return None
    return total + (part or 0)


def ordinal_of(word: str) -> int | None:
    """The place that a word says: 3 for "third"; None where it says none."""
    return _ORDINALS.get(word.casefold())


def _joined(part: int | None, word: str) -> int | None:
    """Put one more small number behind what stands: 60 and 11 are 71, 4 and 20 are 80."""
    value = _SMALL[word]
    rest = 0 if part is None else part % 100
    if part is None or (rest == 0 and part > 0):
        return (part or 0) + value
    if rest == 4 and word in {"vingt", "vingts"}:
        return part + 76
    after_tens = rest >= 20 and rest % 10 == 0 and 0 < value < 10
    after_score = rest in {60, 80} and 10 <= value < 20
    after_ten = rest in {10, 70, 90} and word in {"sept", "huit", "neuf"}
    return part + value if after_tens or after_score or after_ten else None
