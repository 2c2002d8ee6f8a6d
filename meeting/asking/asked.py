"""What a question asks to be told: when, where, who chairs, how long until; pure."""

import re
from enum import StrEnum


class Asked(StrEnum):
    """What of a session is asked for; ALL where the question does not say."""

    WHEN = "when"
    WHERE = "where"
    UNTIL = "until"
    END = "end"
    DURATION = "duration"
    CHAIR = "chair"
    RAPPORTEUR = "rapporteur"
    SPEAKER = "speaker"
    WHO = "who"
    ABOUT = "about"
    PAPERS = "papers"
    ALL = "all"


ROLES = {Asked.CHAIR: "chairs", Asked.RAPPORTEUR: "rapporteurs", Asked.SPEAKER: "speakers"}
PEOPLE = frozenset({Asked.CHAIR, Asked.RAPPORTEUR, Asked.SPEAKER, Asked.WHO})
_WH = r"(?:when|what time|which time|what|at|until|quand|heure|quelle|a quelle)"

# Tried in this order; the first form that fits tells.
_FORMS = tuple(
    (asked, re.compile(form))
    for asked, form in (
        (Asked.UNTIL, r"\bhow (?:long|soon|much time|much longer|many (?:more )?(?:minutes"
         r"|hours|days))\b"
         r".*\b(?:until|till|til|before|to (?!last)|left|start|starts|begin|begins|from now)\b"
         r"|\bdans combien de (?:temps|minutes)\b|\bcombien de (?:temps|minutes) (?:avant|jusqu|"
         r"reste|encore)\b|\btime (?:left )?(?:until|before)\b|\bhow soon\b|\bminutes (?:until"
         r"|to)\b"
         r"|\breste t il\b.*\bavant\b"),
        (Asked.END, rf"\b{_WH}\b.*\b(?:ends?|ending|finish|finishes|finished|over|done|stops?"
         rf"|finit|"
         r"finissent|finir|termine|terminent|terminee?|fini|fin|acheve|jusqu)\b"
         r"|\breste combien de temps\b(?! avant)|\bhow much longer\b(?! (?:until|till|to|before))"
         r"|\buntil when\b|\bjusqu a (?:quand|quelle)\b|\b(?:end|fin) (?:of|de|du)\b"
         r"|\bdone (?:for|by)\b"
         r"|\b(?:is|does) .*\b(?:over|finished)\b|\b(?:finit|termine) (?:on|t on|a)\b"),
        (Asked.DURATION, r"\bhow long\b|\bduration\b|\bcombien de temps\b|\bduree?\b|\bdurent\b"),
        (Asked.RAPPORTEUR, r"\brapporteu\w*|\breport(?:s|ing)? back\b|\bwho (?:will |is )?report"
         r"(?:s|ing)?\b|\brend\w* compte\b"
         r"|\bnote ?takers?\b|\btak\w+ (?:the )?(?:notes|minutes)\b"
         r"|\bprend (?:des |les )?notes\b"),
        (Asked.CHAIR, r"\bchair\w*|\bmoderat\w*|\bmodere\b|\bpresid\w*|\banime\b|\banimat\w+"
         r"|\bfacilitat\w*|\bwho (?:is )?(?:lead|run|host)\w*|\bqui (?:dirige|mene)\b"),
        (Asked.SPEAKER, r"\bspeak\w*|\bpanell?ists?\b|\bpresenters?\b|\borat\w+|\binterven\w+"
         r"|\bintervien\w+|\bparle(?:nt)?\b|\bwho (?:is |are |will (?:be )?)?(?:present|talk"
         r"|introduc)\w*"
         r"|\bqui (?:presente|expose)\w*|\bconferencier\w*|\bon the panel\b"),
        (Asked.PAPERS, r"\b(?:which|what|quels?) (?:papers?|documents?|papiers?)\b"),
        (Asked.WHERE, r"\bwhere\b|\b(?:which|what) (?:room|place|floor|hall)\b|\bou\b"
         r"|\bquelle? (?:salle|endroit|etage)\b|\broom\?*$|\bsalle$|\blocation\b"),
        (Asked.WHEN, r"\bwhen\b|\b(?:what|which) (?:time|days?|dates?|hour)\b|\bquand\b"
         r"|\b(?:quelle|quel) (?:heure|jours?|dates?)\b|\btime (?:is|of|does)\b"
         r"|\bheure (?:de|du|est)\b"
         r"|\b(?:starts?|begins?|commence\w*|debute\w*)\b|\btime$|\bheure$"),
        (Asked.WHO, r"\bwho\w*\b|\bqui\b"),
        (Asked.ABOUT, r"(?<!what )(?<!how )\babout$|\bwhat is .* about\b"
         r"|\bde quoi\b|\bporte sur quoi\b|\bsur quoi\b"),
    )
)  # fmt: skip


def asked_for(text: str) -> Asked:
    """What a plain text asks for, by its form."""
    return next((asked for asked, form in _FORMS if form.search(text)), Asked.ALL)
