# Bodies with a quarter

gremium-quartiere = For
gremium-quartier = Quarter
    .hinweis = Then the agenda first proposes what is open there. Without one the body is there for the whole city.
gremium-quartier-weiteres = Quarter { $nummer }
gremium-quartier-keins = none
gremium-quartier-doppelt = This quarter already stands above. Choose another one, or “none”.
gremium-quartier-fremd = There is no such quarter. Choose another one.
tagesordnung-vorschlaege-hier-keine = Nothing is open in its own quarter.
tagesordnung-vorschlaege-stadt = From the whole city too
gremien-hier = Bodies and meetings
gremien-hier-text = { $anzahl ->
        [one] One body is there for this quarter or a part of it.
       *[other] { $anzahl } bodies are there for this quarter or parts of it.
    }
gremium-hier-naechste = Next meeting: { $wann }
gremium-hier-keine = No meeting is called yet.
