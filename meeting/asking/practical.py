"""Practical matters by the many ways in which people ask for them; pure."""

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from meeting.asking.concepts import meaning
from meeting.asking.vocabulary import PROGRAMME_NOUNS, SMALL_WORDS
from meeting.asking.words import plain, tokens
from meeting.logistics import LogisticsEntry

ENOUGH = 0.6  # the share of a question's words that an entry must explain
TOLD = 0.7  # what a word counts that only the answer's own text has
SAME_PHRASE = 90  # rapidfuzz's ratio (0 to 100) from which a question is one of the ways to ask

# The usual matters, by a word of their topic, and the words that people have for them. What the
# organisers list comes on top.
_USUAL = {
    "wifi": "wifi wlan internet online network password code reseau wireless hotspot connexion "
    "connect connecter connection login ssid passe",
    "venue": "venue address adresse lieu map directions located tram metro reach "
    "acces itineraire building batiment site emplacement",
    "badge": "badge badges lanyard accreditation nametag tag registration desk passport",
    "meals": "meal meals food eat eating vegetarian vegan halal kosher gluten allergy allergies "
    "diet dietary repas manger mange nourriture vegetarien vegetarienne allergie regime buffet "
    "menu",
    "shuttle": "shuttle shuttles bus buses coach transfer transport navette navettes",
    "dress": "dress wear wearing attire clothes suit tie jacket tenue vestimentaire habiller "
    "cravate costume vetements dresscode jeans formal formelle",
    "emergency": "emergency urgence ambulance doctor police fire medical sick ill hurt injured "
    "medecin pompiers secours malade incendie accident hospital hopital nurse defibrillator",
    "visa": "visa visas invitation letter lettre embassy consulate",
    "contact": "contact contacts secretariat organiser organisers organizer organizers phone "
    "telephone number email helpdesk "
    "organisateurs organisateur joindre appeler contacter call ask talk numero",
    "luggage": "luggage suitcase bag cloakroom coat coats jacket umbrella bagage valise vestiaire "
    "manteau consigne",
    "interpretation": "interpretation interpreter interpreters interpreting translation translator "
    "translated headset headsets headphone headphones earphones earpiece casque casques ecouteurs "
    "traduction traduit interpretes interprete",
}  # fmt: skip
USUAL_WORDS = frozenset(word for line in _USUAL.values() for word in line.split())
_ON_THE_WAY = re.compile(
    r"\b(?:get|come|go|travel) (?:\w+ ){0,2}(?:from|to|back)\b|\bback (?:at|to|from)\b"
    r"|\bfrom the \w+ to\b"
    r"|\bcomment (?:aller|venir|rentrer|retourner|se rendre)\b"
)
_CARRIES = frozenset({"shuttle"})  # the matters that tell how people get about
_PHRASES = {
    "venue": ("how do i get there", "how can i get to the meeting", "where is the meeting",
              "how do i get to the venue", "where does the meeting take place", "how to get there",
              "where are we meeting", "comment y aller", "comment venir", "ou se tient la reunion",
              "ou a lieu la reunion", "ou est la reunion", "comment s y rendre"),
    "wifi": ("how do i get online", "comment me connecter", "comment se connecter"),
    "contact": ("who can help me", "whom can i ask", "who do i ask", "who should i call",
                "i need help", "who can i talk to", "a qui m adresser", "qui peut m aider",
                "who should i contact"),
    "emergency": ("i need a doctor", "call an ambulance", "who do i call in an emergency"),
}  # fmt: skip


def entry(text: str, words: Sequence[str], entries: Sequence[LogisticsEntry]) -> (
    LogisticsEntry | None
):  # fmt: skip
    """The entry that a plain text asks for; `words` are those of it that carry a topic."""
    for each in entries:
        if any(fuzz.ratio(text, way) >= SAME_PHRASE or _holds(text, way) for way in _ways(each)):
            return each
    if not words:
        return None
    fits = [(*_fit(words, each, entries), each) for each in entries]
    way = bool(_ON_THE_WAY.search(text))
    good = [
        (explained + 0.5 * (way and bool(_CARRIES & set(_usual_topics(each)))), each)
        for share, explained, each in fits
        if share >= ENOUGH
    ]
    return max(good, key=lambda found: found[0])[1] if good else None


def helps(candidate: LogisticsEntry) -> bool:
    """Whether an entry says whom to turn to."""
    return bool({"contact", "emergency"} & set(_usual_topics(candidate)))


def named(words: Sequence[str], entries: Sequence[LogisticsEntry]) -> set[str]:
    """Those of the words by which people ask for an entry."""
    senses = frozenset[str]().union(*(_asked_by(each) for each in entries))
    return {word for word in words if meaning(word) & senses}


def _holds(text: str, way: str) -> bool:
    """Whether a text has a way to ask that is all small words, such as "check out"."""
    words = way.split()
    return len(words) > 1 and SMALL_WORDS.issuperset(words) and f" {way} " in f" {text} "


def _fit(
    words: Sequence[str], candidate: LogisticsEntry, entries: Sequence[LogisticsEntry]
) -> tuple[float, float]:
    """The share of the words that an entry explains, and how many.

    A word is explained as a way to ask for it, or less so by its text; without one of the first
    sort the share is 0. Words that ask for another entry are no doubt of this one: "whom do I call
    if I lose my badge?". Its own topic breaks a tie.
    """
    asked, told = _asked_by(candidate), _senses(candidate.texts.values())
    topic = _senses([candidate.topic])
    counts = [1.0 if meaning(w) & asked else TOLD if meaning(w) & told else 0.0 for w in words]
    if 1.0 not in counts:
        return 0.0, 0.0
    elsewhere = named([w for w, c in zip(words, counts, strict=True) if not c], entries)
    explained = sum(counts) + 0.05 * any(meaning(word) & topic for word in words)
    return sum(counts) / (len(words) - len(elsewhere)), explained


def _asked_by(candidate: LogisticsEntry) -> frozenset[str]:
    usual = [_USUAL[word] for word in _usual_topics(candidate)]
    return _senses([candidate.topic, *usual, *_listed(candidate)])


def _ways(candidate: LogisticsEntry) -> list[str]:
    """The ways to ask, as plain text."""
    usual = [phrase for word in _usual_topics(candidate) for phrase in _PHRASES.get(word, ())]
    return [plain(way) for way in (*_listed(candidate), *usual)]


def _listed(candidate: LogisticsEntry) -> list[str]:
    return [way for ways in candidate.asked.values() for way in ways]


def _usual_topics(candidate: LogisticsEntry) -> list[str]:
    topic = _senses([candidate.topic])
    return [word for word in _USUAL if meaning(word) & topic]


def _senses(texts: Iterable[str]) -> frozenset[str]:
    vague = SMALL_WORDS | PROGRAMME_NOUNS  # "plan d'accès" is asked for by "accès"
    words = {word for text in texts for word in tokens(text) if word not in vague}
    return frozenset[str]().union(*(meaning(word) for word in words))
