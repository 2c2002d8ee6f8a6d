"""Communities, roles and languages as organisers write them, in English and French."""

import re

from meeting.formats.words import folded
from meeting.people import Community, Role

COMMUNITIES = {
    Community.DIPLOMACY: "diplomacy|diplomatic|diplomat|diplomats|foreign affairs|political|"
    "diplomatie|diplomatique|diplomate|affaires etrangeres|politique",
    Community.DEVELOPMENT: "development|humanitarian|development and humanitarian|dev|aid|"
    "developpement|cooperation|humanitaire|cooperation au developpement",
    Community.DEFENCE: "defence and security|defense and security|defence|defense|security|"
    "military|security and defence|defence security|defense security|defense et securite|"
    "securite|securite et defense|militaire",
    Community.OTHER: "other|others|none|autre|autres|divers",
}
ROLES = {
    Role.PARTICIPANT: "participant|participante|guest|invite|invitee",
    Role.SENDER: "sender|expediteur|expeditrice|annonceur|annonceuse",
    Role.EDITOR: "editor|editeur|editrice|redacteur|redactrice",
    Role.ORGANISER: "organiser|organizer|organisateur|organisatrice|admin",
}
LANGUAGES = {
    "en": "english|anglais|eng", "fr": "french|francais|fra|fre", "de": "german|allemand",
    "es": "spanish|espagnol", "pt": "portuguese|portugais", "ar": "arabic|arabe",
    "ru": "russian|russe", "zh": "chinese|chinois", "nb": "norwegian|norvegien",
}  # fmt: skip
CODE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*")


def community_of(words: str) -> Community | None:
    """Nothing said is the others; None for words that mean no community."""
    if not words:
        return Community.OTHER
    said = folded(words.replace("&", " and "))
    return next((c for c, names in COMMUNITIES.items() if said in names.split("|")), None)


def role_of(words: str) -> Role | None:
    """None for words that mean no role."""
    said = folded(words)
    return next((role for role, names in ROLES.items() if said in names.split("|")), None)


def language_of(words: str) -> str | None:
    """A code such as “fr”, of a code or a name; None for anything else."""
    said = folded(words)
    named = next((code for code, names in LANGUAGES.items() if said in names.split("|")), None)
    code = words.strip().lower().replace("_", "-")
    return named or (code if CODE.fullmatch(code) else None)
