"""The headings of a table: which column holds what, in English, French and a little German."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from meeting.formats.grid import Broken, Cell, Line, Sheet, text
from meeting.formats.words import folded

SEARCHED = 30  # rows from the top in which the headings may stand
REMARKS = r"e|s|es|trice|[dmyjah/.: -]{4,}|24 ?h|optional|required|facultatif"
IN_TWO_LANGUAGES = re.compile(r"[/|\n–]")
ASIDE = re.compile(rf"\((?:{REMARKS})\)s?", re.IGNORECASE)
Vocabulary = Mapping[str, frozenset[str]]


def vocabulary(**synonyms: str) -> Vocabulary:
    """Each column with its headings, separated by commas; the column's own name is one."""
    return {
        name: frozenset({folded(name), *(folded(word) for word in words.split(","))})
        for name, words in synonyms.items()
    }


AGENDA = vocabulary(
    id="session id, code, no, nr, number, ref, reference, identifiant, numéro, n°, kennung",
    title="session, session title, session name, name, topic, subject, item, agenda item, event, "
    "titre, intitulé, sujet, séance, titre de la séance, titre de la session, point, nom, titel, "
    "intitulé de la séance, intitulé de la session, nom de la séance, nom de la session, thème, "
    "activité, activity, thema, programmpunkt, veranstaltung",
    subtitle="sub title, sous-titre, untertitel",
    date="day, start date, jour, date de début, datum, tag",
    start="starts, start time, begin, begins, beginning, from, time, hour, début, heure, horaire, "
    "heure de début, de, beginn, start, uhrzeit, von, when, quand, time slot, horaires, créneau, "
    "zeit, date and time, date time, date et heure, start end, début fin, from to",
    end_date="end date, date de fin",
    end="ends, end time, until, till, to, finish, fin, heure de fin, à, jusqu’à, ende, bis",
    duration="duration min, duration minutes, minutes, length, durée, durée min, "
    "durée minutes, dauer",
    hours="duration h, duration hours, durée h, durée heures, heures",
    room="rooms, location, place, where, hall, salle, lieu, local, endroit, ort, raum",
    chair="chairs, chaired by, chairperson, chair person, chairman, chairwoman, moderator, "
    "moderators, moderation, président, présidente, présidence, présidé par, "
    "président de séance, modérateur, modératrice, animateur, animatrice, leitung, vorsitz",
    speakers="speaker, presenter, presenters, panel, panelists, panellists, persons, people, "
    "intervenant, intervenante, intervenants, intervenantes, orateur, oratrice, orateurs, "
    "conférencier, conférenciers, vortragende, referenten",
    rapporteur="rapporteurs, rapporteure, rapporteuse, rapporteures, note taker, note takers",
    papers="paper, documents, document, background papers, documents de référence, papiers",
    description="abstract, summary, details, résumé, descriptif, beschreibung",
    block="parallel block, bloc, bloc parallèle",
    plenary="plénière, séance plénière, plenum",
    **{"break": "is break, pause"},
)
ROOMS = vocabulary(
    id="room id, code, identifiant",
    name="room, room name, title, salle, nom, nom de la salle, raum, ort",
    hint="how to get there, directions, where, floor, accès, étage, indication, indications",
    capacity="seats, size, capacité, places, nombre de places",
    host="hosts, key of host, hôte, responsable, responsable de salle",
)
PEOPLE = vocabulary(
    key="id, e-mail, email, mail, e-mail address, email address, code, clé, identifiant, courriel, "
    "adresse e-mail, adresse électronique",
    name="full name, last name, surname, family name, participant, nom, nom complet, "
    "nom de famille, name and surname, nom et prénom, prénom et nom",
    first_name="given name, forename, prénom",
    organisation="organization, affiliation, institution, company, employer, organisme, "
    "organisation ou institution, entité",
    community="policy community, group, communauté, groupe, milieu",
    role="roles, rôle, function in the bot, droits",
    language="languages, lang, langue, langues",
    sessions="session, parallel sessions, assigned sessions, séances, séance, ateliers, groupes",
)


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the headings stand (`below` is the index of the first row of data), the columns that
    hold each thing, and the headings that say nothing here."""

    below: int
    columns: Mapping[str, tuple[int, ...]]
    unknown: tuple[str, ...]

    def cells(self, line: Line, name: str) -> tuple[Cell, ...]:
        """The cells of one row under these headings, from left to right."""
        places = self.columns.get(name, ())
        return tuple(line.cells[place] for place in places if place < len(line.cells))


def find_headings(sheet: Sheet, words: Vocabulary) -> Headings | None:
    """The row that holds the most headings, not the first by need; None where no row has two."""
    top = sheet.lines[:SEARCHED]
    found = [_meanings(line, words) for line in top]
    if not found:
        return None
    best = max(range(len(found)), key=lambda index: len(set(found[index].values())))
    if len(set(found[best].values())) < 2:
        return None
    above = found[best - 1] if best else {}
    again = best + 1 < len(top) and _says_the_same(found[best], found[best + 1])
    return _headings(top[best], best + (2 if again else 1), above | found[best])


def _says_the_same(first: Mapping[int, str], second: Mapping[int, str]) -> bool:
    """Whether a row is the headings once more, in another language; no data looks like that."""
    return len(second) > 2 and all(first.get(place) == name for place, name in second.items())


def _headings(line: Line, below: int, meanings: Mapping[int, str]) -> Headings:
    columns: dict[str, tuple[int, ...]] = {}
    own_name_first = sorted(meanings, key=lambda p: (_words_at(line, p) != meanings[p], p))
    for place in own_name_first:
        columns[meanings[place]] = (*columns.get(meanings[place], ()), place)
    named = [_words(cell) if place not in meanings else "" for place, cell in enumerate(line.cells)]
    return Headings(below, columns, tuple(dict.fromkeys(name for name in named if name)))


def _meanings(line: Line, words: Vocabulary) -> dict[int, str]:
    """Columns by what their heading means; “Speaker 2” is one more column of speakers."""
    found: dict[int, str] = {}
    for place, cell in enumerate(line.cells):
        if name := _meaning(_words(cell), words):
            found[place] = name
    return found


def _meaning(heading: str, words: Vocabulary) -> str | None:
    """“Titre / Title” in two languages counts where both mean the same."""
    for said in _ways_to_say(heading):
        if name := next((name for name, synonyms in words.items() if said in synonyms), None):
            return name
    parts = [part for part in IN_TWO_LANGUAGES.split(heading) if part.strip()]
    if len(parts) < 2:
        return None
    names = {_meaning(part, words) for part in parts}
    return names.pop() if len(names) == 1 else None


def _ways_to_say(heading: str) -> tuple[str, ...]:
    """As it stands, then without endings, formats and numbers: Speaker(s), Date (dd/mm/yyyy)."""
    shorter = folded(ASIDE.sub("", heading))
    return folded(heading), shorter, shorter.rstrip(" 0123456789")


def _words_at(line: Line, place: int) -> str:
    return folded(_words(line.cells[place])) if place < len(line.cells) else ""


def _words(cell: Cell) -> str:
    return "" if isinstance(cell, Broken) else text(cell)
