"""Which of a few languages a question is written in, by the small words of every sentence."""

import re
from collections.abc import Sequence

from bm25s.stopwords import STOPWORDS_EN, STOPWORDS_FRENCH, STOPWORDS_GERMAN, STOPWORDS_SPANISH

# The lists are short; these begin questions, or make up short ones ("demain matin ?"), and stand in
# no other list here.
_ENGLISH = {
    *STOPWORDS_EN,
    *"what which who whom whose when where why how does do is are can next last first".split(),
    *"today tomorrow morning afternoon evening tonight break lunch dinner room".split(),
}
_FRENCH = {
    *STOPWORDS_FRENCH,
    *"où combien quand comment pourquoi quel quelle quels quelles heure salle séance".split(),
    *"aujourd hui demain hier matin midi après soir prochain prochaine dernier dernière".split(),
    *"premier première déjeuner dîner".split(),
}
_SMALL_WORDS = {
    "en": _ENGLISH,
    "fr": _FRENCH,
    "de": set(STOPWORDS_GERMAN),
    "es": set(STOPWORDS_SPANISH),
}
_WORD = re.compile(r"[^\W\d_]+")


def likeliest(text: str, candidates: Sequence[str]) -> str:
    """The candidate whose small words the text has most of; the first one where none stands out.

    `candidates` are ISO 639-1 codes, at least one; a language that is not known here never wins.
    """
    words = [word.casefold() for word in _WORD.findall(text)]
    counts = [sum(word in _SMALL_WORDS.get(code, ()) for word in words) for code in candidates]
    return candidates[counts.index(max(counts))]
