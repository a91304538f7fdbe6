"""Words by which the tense of a clause is told: what governs, what moves a date, what is still to come."""

from __future__ import annotations

import re

from talks.reading.date_verbs import Kind
from talks.reading.date_words import words

HARD_STOPS = frozenset('.;:()[]¿?¡!\n…«»“”"—–|')
SENTENCE_ENDS = frozenset(".?!\n")
CLAUSES = words("que quien quienes donde cuando mientras aunque pero porque cuyo cuya cuyos cuyas si")
OPENERS = CLAUSES | {",", "y", "e"}
DETERMINERS = words(
    "el la los las un una unos unas su sus este esta estos estas ese esa del al de cada otro otra nuevo nueva gran"
    " primer primera segunda tercera última último próxima próximo mismo misma dicho dicha ambas esta cualquier"
)
NOT_DONE = DETERMINERS | words("puerta puertas")
"""«Votará a puerta cerrada en octubre»: a participle behind these tells no time."""
CLITICS = words("la los las")
BEHIND_CLITICS = re.compile(
    r"\w+(?:ó|aron|ieron|jeron|rá|rán|ría|rían)|(?:\w*(?:dijo|hizo|puso|tuvo|trajo|dujo)|vio|dio)|ha|han|hab\w+"
)
"""Forms that no noun shares: «las dijo», «la había repasado»."""
FOREGOING = re.compile(
    r"(?!espos|cosa|rosa|respons|contab|religios)\w+(?:os[oa]|[ai]ble)|larg[oa]|breve|reciente|sonad[oa]|polémic[oa]"
    r"|históric[oa]|fallid[oa]|tens[oa]"
)
"""Adjectives before their noun: in «la tormentosa visita» the last word is no verb."""
ALLEGED = words("presunto presunta supuesto supuesta")
"""The same before «ataque», «marcha», which may be subjunctives."""
BEHIND_SE: tuple[tuple[tuple[str, ...], Kind], ...] = ((("ía", "ían"), "past"), (("a", "e", "an", "en"), "present"))
"""Endings of verbs that no list has: «se corre el jueves», «se temía»."""
GOES = words("va van")
"""«Van seis muertos» is no future, «van a verse» is one."""
AWAITS, TO_WHOM = words("espera esperan"), words("le les nos se lo los")
"""«Le espera en Roma»: the verb, and no wait."""
TO_COME = words(
    "previsto prevista previstos previstas programado programada programados programadas citado citados convocado"
    " convocada convocados convocadas fijado fijada agendado agendada emplazado emplazados"
)
ONCE_TO_COME = words("estaba estaban inicialmente originalmente")
AT_LEAST = ([",", "al", "menos", ","], ["al", "menos"])
POSSIBLE = words("posible eventual hipotética")
POSSIBLE_WITHIN = 3
REFUSES = re.compile(r"(?:neg|opus|renunci|resist|rechaz|declin|rehus)\w*(?:ó|aron|ieron|o)")
"""«Se negó a una posible tregua el domingo»: on that day it was refused."""
TERMS = words("plazo ultimátum límite tope")
AUXILIARY = re.compile(
    r"h[ae]|han|hemos|hab\w+|hubi\w+|fue\w*|ser\w*|es|son|era\w*|est\w+|sea\w*|sido|qued\w+|s[ei]gu\w+|perman\w+"
    r"|result\w+"
)
AUXILIARIES_BACK = 3
"""Words between a participle and its auxiliary: «será, al parecer, recibido»."""
WISHES = re.compile(
    r"(?:acord|acept|pact|prom|propu|propon|decid|plane|prev|esper|quer|quis|quier|pid|ped|comprom|convin|conven|ofrec"
    r"|exig|orden|invit|inst|urg|pretend|anunci|convoc|emplaz|fij|dese|sugir|suger|plante|autoriz|prepar|confirm"
    r"|insist|reclam|solicit|abog|barajab|contempl|descart|amenaz|jur[óa]|aspir|sopes|quedaron|quedó)\w*"
)
"""Verbs whose infinitive or subjunctive is still to come when they are in the past."""
PROPOSES = re.compile(r"(?:pid|prop(?:us|uest)|exig|ofrec|plante|sugir|convoc|reclam|decret|orden)\w*")
CONVOKES = re.compile(r"convoc\w*|emplaz\w*")
PROPOSED_LINKS = words("durante desde en a hasta")
MAY_BE_BOTH = re.compile(r"iban?|deb[íi]\w*|tení\w*|habían?")
"""«Debía empezar el lunes»: nothing says whether it did."""
MOVES = re.compile(
    r"(?:aplaz|pospon|pospu|posp|retras|trasl|mov|adelant|despl|llev|prorrog|exten|ampl|prolong"
    r"|dio|dieron|dado|conced|otorg|fij|limit|restring)\w*"
)
LASTED = re.compile(r"(?:exten|prolong)\w+(?:ó|aron|ieron)")
RESCHEDULED = re.compile(r"pas(?:a|ó|ará|ar)|(?:aplaz|pospon|pospu|posp|retras|trasl|mov|mueve|adelant|despl|cambi)\w*")
MOVED_TO = words("al hasta")
RAN_OUT = re.compile(r"(?:venc|expir|caduc)(?:ía|aba)n?")
"""«El plazo, que vencía el jueves»: nothing says whether it has."""
OBLIGES = re.compile(r"t[eiu]\w{2,7}|hay|hubo|había|habrá")
"""«Tuvo que», «tendrán que», «hubo que»."""
MODALS_OVER = re.compile(r"(?:pud|logr|consigu|tuv|lleg|volv|empez|comenz|acab|termin|supo|alcanz|intent|dej)\w*")
AFTERWARDS = words("tras después luego")
REACH = 14
"""Words between an expression and its verb."""
BARE_REACH = 6
"""Words between an expression and a participle without auxiliary: «celebradas en Miami los días 20 y 21»."""
ANYWHERE = 42
MOVED_WITHIN, REFUSED_WITHIN = 6, 8
SUBJECT_REACH = 8
