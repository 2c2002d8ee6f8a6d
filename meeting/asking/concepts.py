"""Words that mean the same at a meeting, across English and French, so that titles are found."""

from functools import lru_cache

from meeting.asking.words import stems

# One line is one thing. Kept short: a wrong likeness costs more than a missing one.
_ALIKE = """
lunch luncheon lunchtime dejeuner
dinner supper diner banquet
coffee cafe tea
break pause recess
breakfast
registration register inscription inscriptions enregistrement accueil
opening open opens ouverture welcome bienvenue inaugural
closing close closes cloture wrapup conclusion conclusions
plenary pleniere plenieres
funding fund funds financing finance financement finances financer money argent
peace paix
agreement agreements accord accords settlement reglement
process processes processus
inclusive inclusion inclusif inclusifs inclusive inclus
planning planification
tool tools outil outils
early precoce rapide
recovery relevement reconstruction redressement
crisis crises crise
donor donors donateur donateurs bailleur bailleurs
interest interests interet interets
security securite
development developpement
diplomacy diplomatic diplomats diplomatie diplomatique diplomates
government governments gouvernement gouvernements
ministry ministries ministere ministeres interministerial
country countries pays
fragile fragility fragilite fragiles
conflict conflicts conflit conflits
mission missions
response responses reponse reponses
integrated integre integres integree integrees
recommendation recommendations recommandation recommandations
group groups groupe groupes
report reports rapport
result results resultat resultats
month months mois
year years annee annees
need needs besoin besoins
capital capitals capitale capitales
evaluation assessment assessments
humanitarian humanitaire humanitaires
aid aide
reform reforms reforme reformes
justice
police
treaty treaties traite traites
pray prayer praying priere prier
lose losing lost loss perdre perdu
drought secheresse
water eau eaux
river rivers fleuve fleuves riviere rivieres
dam dams barrage barrages
warning alert alerte alertes
risk risks risque risques
share shared sharing partage partager
mediation mediator mediateur
negotiation negotiations negociation negociations talks pourparlers
border borders frontiere frontieres
committee committees comite comites
small petit petits petites
coherence coherent coherente
multilateral multilaterale multilateraux
bilateral bilaterale bilateraux
policy policies politique politiques
transition
reconciliation
election elections electoral
governance gouvernance
refugee refugees refugies
displaced deplaces
disarmament desarmement
strategy strategies strategie
budget budgets
tax taxes impot fiscal
corruption
innovation
digital numerique
technology technologies technologie
research recherche recherches
science sciences
energy energie
agriculture
ocean oceans mer sea
child children enfant enfants
work employment emploi
culture cultural culturel culturelle
community communities communaute communautes
civil civile
society societe
luggage bagage bagages suitcase suitcases valise valises bag bags
airport aeroport
train trains gare station
taxi taxis cab
hotel hotels
parking park stationnement
reimbursement reimburse remboursement rembourser
expenses expense frais
allergy allergies allergie
army military defence defense militaire armee
women woman gender femmes femme genre
youth young jeunes jeunesse
climate climat
cold froid
health sante
education
trade commerce
environment environnement
law droit legal
right rights droits
economy economic economie economique
state states etat etats
local
lesson lessons lecon lecons enseignements
experience experiences
case cases cas
partner partners partenaire partenaires partnership partenariat
summary short bref
draft projet brouillon
introduction introductory introduire
training formation
data donnees
future avenir futur
food eat eating meal meals manger mange repas nourriture
"""
_CONCEPTS = {
    stem: f"={line.split()[0]}"
    for line in reversed(_ALIKE.strip().splitlines())
    for word in line.split()
    for stem in stems(word)
}


@lru_cache(maxsize=50_000)
def meaning(word: str) -> frozenset[str]:
    """What a folded word is compared by: its stems, and the things that they stand for."""
    found = stems(word)
    return found | {_CONCEPTS[stem] for stem in found if stem in _CONCEPTS}
