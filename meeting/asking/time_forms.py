"""The forms in which people name a time, in plain text, English and French."""

import re

from meeting.asking.breaks import BREAK_WORDS

PARTS = (
    (r"(?:first thing )?(?:in the |this |ce |cet |le |du |dans la )?\b(?:mornings?|matin"
     r"|matinee)\b",
     0, 12),
    (r"(?:in the |this |ce |cet |cette |l |de l |dans l )?\b(?:afternoons?|apresmidi)\b", 12, 18),
    (r"(?:in the |this |ce |cet |le |du |dans la )?\b(?:evenings?|tonight|night|soir|soiree)\b",
     18, 24),
)  # fmt: skip
TODAY = re.compile(r"\bthis\b|\btonight\b|\bce\b|\bcet\b|\bcette\b")
_BREAK = rf"(?:{'|'.join(sorted(BREAK_WORDS, key=len, reverse=True))})"
_THE = r"(?:the |le |la |l |les |our |my |notre |que |pause |morning |afternoon |next )*"
BREAK_FORM = re.compile(
    rf"\b(?P<lead>after|following|apres|before|avant|during|over|at|pendant|durant|au|a(?= la?\b)) "
    rf"{_THE}(?P<kind>{_BREAK}(?: (?:{_BREAK}|time))?)(?: (?:du |de l )?(?:matin|apresmidi"
    rf"|midi))?\b"
)
BREAK_OVER = re.compile(
    rf"\b(?P<lead>once|when|as soon as|quand|une fois|des que) {_THE}(?P<kind>{_BREAK}"
    rf"(?: {_BREAK})?) (?:is |est |sera |has )?(?:over|finished|done|ended|ends|fini|finie|termine"
    r"|terminee)\b"
)
COUNTDOWN = re.compile(
    r"\b(?:how (?:long|much|many|soon)|combien|minutes|time)\b.*\b(?:before|until|till|to|avant"
    r"|jusqu)"
)
AHEAD = re.compile(
    r"\b(?:in|dans) (?P<amount>(?:about |environ )?(?:\d+|an?|une?|half an|half a|(?:(?:une"
    r"|1) )?demi|"
    r"(?:a |un |1 )?(?:quarter of an|quart d)|a couple of|a few) ?(?:hours?|hrs?|h|heures?"
    r"|minutes?|"
    r"mins?|min)(?: (?:and a half|et demie?))?)\b"
)
NOW = re.compile(
    r"\b(?:right now|now|currently|at the moment|at present|at this moment|as we speak|"
    r"maintenant|en ce moment|actuellement|a l instant|a present|la tout de suite)\b"
)
REST = re.compile(r"\b(?:(?:the )?rest of (?:the |my )?(?:day|today)|later(?: on)?|remaining|"
                   r"plus tard|(?:le )?reste de la journee"
                   r"|(?:la )?fin de (?:la )?journee)\b"
                   r"|(?<=what is )left\b|(?<=anything )(?:else|left)\b|(?<=something )else\b"
                   r"|\bencore (?=quelque chose|des|une)|(?<=quelque chose )d autre\b"
                   r"|\breste t il\b|(?<=qu il )reste\b|(?<=il )reste quoi\b")  # fmt: skip
_NOUN = (
    r"(?:sessions?|talks?|things?|items?|seances?|panels?|workshops?|events?|chose|reunion|point)"
)
FIRST = re.compile(
    rf"\b(?:very )?first (?=thing|{_NOUN})(?:thing)?|\bfirst$|\bpremieres? (?={_NOUN})(?:chose)?"
    r"|\b(?:en|d) (?:premier|abord)\b|\bearliest\b"
)
LAST = re.compile(
    rf"\b(?:last|final) (?={_NOUN})|(?:(?<= is )|(?<=comes )|(?<=goes ))last$"
    rf"|\bdernieres? (?={_NOUN})|\ben dernier\b"
)
