"""The words of questions about a meeting, English and French, folded: which ones carry a topic."""

from bm25s.stopwords import STOPWORDS_EN, STOPWORDS_FRENCH

from meeting.asking.words import folded

# What one session may be called; some titles have these words too, so they count where they match.
SESSION_NOUNS = frozenset(
    "session sessions seance seances talk talks panel panels workshop workshops discussion "
    "discussions debate debates presentation presentations lecture lectures plenary plenaries "
    "item event events slot slots atelier ateliers debat debats expose exposes pleniere plenieres "
    "table ronde intervention interventions group groups groupe groupes parallel paralleles "
    "parallele block breakout thing things point".split()
)
# The meeting as a whole.
MEETING_NOUNS = frozenset(
    "meeting conference congress event seminar summit symposium forum reunion congres colloque "
    "seminaire sommet evenement rencontre conf".split()
)
PROGRAMME_NOUNS = frozenset(
    "agenda programme program schedule timetable plan planning horaires horaire calendrier "
    "ordre itinerary lineup".split()
)
WEAK = SESSION_NOUNS | MEETING_NOUNS | PROGRAMME_NOUNS  # count where a title has them, else not
PAPER_NOUNS = frozenset(
    "paper papers document documents report reports note notes pdf text texts study studies "
    "article articles author authors writes write written wrote writing writer page pages "
    "paragraph paragraphs annex footnote quote cite cites cited says paper's papiers papier "
    "rapport rapports etude etudes auteur auteurs ecrit ecrivent ecrire redige redigent rediger "
    "redaction texte textes paragraphe annexe participants readings background".split()
)
_ROLES = (
    "chair chairs chairing chaired chairman chairwoman chairperson chairpersons moderate moderates "
    "moderating moderator moderators moderateur moderatrice modere preside president presidente "
    "presidents presidence presider anime animateur animatrice lead leads leading host hosts "
    "rapporteur rapporteurs rapporteure rapporteuse rapporter notetaker speaker speakers speak "
    "speaks speaking present presents presenting presenter presenters presente panelist panelists "
    "panellist panellists orateur orateurs oratrice oratrices intervenant intervenants intervient "
    "interviennent parle parlent conferencier introduces introducing introduce"
)
ROLE_WORDS = frozenset(_ROLES.split())
_TIMES = (
    "when time times day date hour oclock start starts starting started begin begins beginning "
    "end ends ending finish finishes finished over until till long soon last lasts duration quand "
    "heure heures jour jours commence commencent commencer debut debute fin finit finissent finir "
    "termine terminent terminer jusqu dure durent duree combien temps minutes minute hours "
    "next prochain prochaine prochains prochaines suivant suivante ensuite puis apres before after "
    "later now currently today tomorrow tonight maintenant actuellement aujourdhui demain soir "
    "matin matinee morning afternoon evening apresmidi bientot soon already still encore deja "
    "first premier premiere dernier derniere earliest upcoming scheduled planned prevu prevue "
    "prevus prevues lieu taking takes place held tient tiennent deroule remaining reste left"
)
_PLACES = (
    "where room rooms place location located floor hall salle salles ou endroit etage situe "
    "situee trouve trouver trouvent building"
)
_ASKING = (
    "what which who whom whose how why can could would should shall must may might will do does "
    "did is are am be been being was were has have had having need needs needed want wants like "
    "love know knows tell tells show give gives say let see find get gets got getting go goes "
    "going come comes coming come happen happens happening happened supposed expected attend "
    "attending join joining look looking looked wondering wonder remind sure check think guess "
    "please pls plz thanks thank hi hello hey dear attache bot morning good sorry excuse help "
    "quickly quick just also again ok okay yes no not there here up on at in of to for by from "
    "about with off out into and or so then the a an this that these those it its i me my mine "
    "we us our you your he she they them his her their one ones any some anything something "
    "anyone anybody someone somebody everyone everybody every all exactly actually really "
    "possible make use using be able exact free busy well else does um uh lol mate actually "
    "bonjour bonsoir salut merci svp stp plait dire dites savoir sais savez peux peut pouvez "
    "pourriez pourrais puis puisse voudrais veux aimerais faut dois doit doivent devons devrais "
    "suis est sont etre sera seront ai as avez avons ont avoir aura auront aurait y va vais vas "
    "allons aller fait font faire faut c ce cet cette ces ca cela qu que qui quoi quel quelle "
    "quels quelles comment pourquoi combien le la les l un une des du de d au aux en dans sur par "
    "pour avec sans vers je j tu il elle on nous vous ils elles se s me m te t mon ma mes moi ton "
    "ta tes notre nos votre vos leur leurs et ni mais donc si ne n pas plus rien quelque chose "
    "quelqu autre autres meme alors bien sur prie svp rappeler rappelle indiquer indiquez donner "
    "donnez donne programme passe passent deroule aide cherche chercher rendre rends participer "
    "participe assister assiste retrouve retrouver concernant sujet theme propos parlant porte "
    "traite traitant consacre consacree topic subject regarding concerning called titled named "
    "dealing deals covers covering cover discusses discussing discuss address addresses "
    "discussed discute discutee discutees discuter aborde pick collect bring take "
    "prendre recuperer retirer besoin prevoir apporter presque tout "
    "toute tous toutes got hear heard "
    "talked speaking dealt treated find finding located locate option options choix kind nearest "
    "run runs running journee journees soiree if when claim declare submit request order offer "
    "resume resumes restart continue continues reprend reprennent reprenons "
    "days dates travaux takes taking taken reprendre recommence lose loses "
    "arrived arrive arriving arrives arriver "
    "doing spend spending dis montre montrez montrer expliquer explique hein voila sinon plait "
    "done "
    "hurry urgent urgently asap lost perdu perdue work works working fonctionne marche ouvre open "
    "hold holding sit sitting meet meets both two more other many much rather than only longer "
    "back covered between somewhere anywhere part kick avant vient viennent"
)
SMALL_WORDS = (
    frozenset(folded(word).replace("'", "") for word in (*STOPWORDS_EN, *STOPWORDS_FRENCH))
    | frozenset(_ASKING.split())
    | frozenset(_TIMES.split())
    | frozenset(_PLACES.split())
    | ROLE_WORDS
)
MEAL_WORDS = {
    "lunch": "lunch lunchtime luncheon lunchbreak dejeuner dejeune midday",
    "coffee": "coffee coffees tea cafe",
    "dinner": "dinner supper diner banquet",
    "breakfast": "breakfast",
    "reception": "reception cocktail drinks aperitif",
    "break": "break breaks pause pauses recess",
}
EVERY_KNOWN = (
    SMALL_WORDS | SESSION_NOUNS | MEETING_NOUNS | PROGRAMME_NOUNS | PAPER_NOUNS
    | {word for line in MEAL_WORDS.values() for word in line.split()}
    | set("monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi "
          "vendredi samedi dimanche january february march april may june july august september "
          "october november december janvier fevrier mars avril mai juin juillet aout septembre "
          "octobre novembre decembre yesterday noon midnight quarter half past".split())
)  # fmt: skip
