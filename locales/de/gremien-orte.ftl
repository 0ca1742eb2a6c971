# Gremien mit einem Quartier

gremium-quartiere = Für
gremium-quartier = Quartier
    .hinweis = Dann schlägt die Tagesordnung zuerst vor, was dort offen ist. Ohne Angabe ist das Gremium für die ganze Stadt da.
gremium-quartier-weiteres = { $nummer }. Quartier
gremium-quartier-keins = keines
gremium-quartier-doppelt = Dieses Quartier steht weiter oben schon. Wählen Sie ein anderes oder „keines“.
gremium-quartier-fremd = Dieses Quartier gibt es nicht. Wählen Sie ein anderes.
tagesordnung-vorschlaege-hier-keine = Aus dem eigenen Quartier ist nichts offen.
tagesordnung-vorschlaege-stadt = Auch aus der ganzen Stadt
gremien-hier = Gremien und Sitzungen
gremien-hier-text = { $anzahl ->
        [one] Ein Gremium ist für dieses Quartier oder einen Teil davon da.
       *[other] { $anzahl } Gremien sind für dieses Quartier oder Teile davon da.
    }
gremium-hier-naechste = Nächste Sitzung: { $wann }
gremium-hier-keine = Noch keine Sitzung angesetzt.
