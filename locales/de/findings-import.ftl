# Prüfhinweise zu Gitterzellen, Gebietslisten, Übergangslisten aus Tabellen und zum Herunterladen.

finding-grid-cell-system = „{ $key }“ nennt ein anderes Bezugssystem als EPSG:3035.
    .suggestion = Erwartet werden Zellen des europäischen Gitters, etwa CRS3035RES1000mN2917000E4148000.
finding-grid-cell-unreadable = „{ $key }“ ist keine Gitterzelle.
    .suggestion = Bitte in der Quelle nachsehen. Eine Zelle heißt etwa CRS3035RES1000mN2917000E4148000 oder 1kmN2917E4148.
finding-grid-cell-width = „{ $key }“ hat eine Breite, die es im amtlichen Gitter nicht gibt.
    .suggestion = Möglich sind 100 m, 1 km und 10 km. Bitte in der Quelle nachsehen.
finding-grid-cell-corner = Die Ecke von „{ $key }“ liegt nicht auf dem Gitter.
    .suggestion = Nord- und Ostwert müssen Vielfache der Breite sein. Vermutlich fehlt eine Ziffer oder es wurde gerundet.
finding-grid-cell-twice = Die Zelle { $key } steht zweimal in der Datei, in Zeile { $first } und { $second }.
    .suggestion = Bitte eine der beiden Zeilen löschen. Vermutlich wurden zwei Auszüge zusammengefügt.
finding-grid-cell-mixed-width = „{ $key }“ ist { $width } m breit, die anderen Zellen der Datei { $usual } m.
    .suggestion = Bitte die Breiten trennen und jede Datei für sich bringen; sonst zählten Menschen doppelt.
finding-grid-centre-mismatch = Der Mittelpunkt { $text } passt nicht zur Zelle { $key }; dort wäre er { $expected }.
    .suggestion = Bitte prüfen, ob Spalten vertauscht oder Zeilen verrutscht sind.
finding-grid-outside-city = Keine der { $count } Zellen liegt in „{ $version }“.
    .suggestion = Bitte prüfen, ob der Auszug zu dieser Kommune gehört, oder die bundesweite Datei bringen.
finding-grid-brought = Zellen von { $width } m in der Stadt: { $count }; außerhalb: { $outside }.
    .suggestion =
        { $method ->
            [centre] Jede Zelle gehört ganz zu dem Gebiet, in dem ihr Mittelpunkt liegt. Am Rand ist das ungenau.
           *[area-share] Jede Zelle ist nach ihrer Fläche auf die Gebiete verteilt, als wohnten die Menschen darin gleichmäßig.
        }
finding-grid-band = { $name } in der ganzen Stadt: { $estimate }, wahrscheinlich zwischen { $low } und { $high }.
    .suggestion = „Wahrscheinlich“ heißt: in neun von zehn Fällen. Sicher liegt die Zahl zwischen { $least } und { $most }. Beides gilt, wenn jede Zelle um höchstens { $noise } verändert ist und jede nicht veröffentlichte Zelle ({ $unpublished }) 0 bis { $hidden } enthält; die Ämter nennen diese Werte nicht, sie sind angenommen.
finding-grid-unit-without-cell = Gebiete ohne eine einzige Zelle: { $count }. { $areas }
    .suggestion = Sie werden als „nicht geliefert“ geführt, nicht als null. Ist das Gebiet nur zu klein für diese Zellen, hilft die Verteilung nach Fläche oder eine Datei mit 100-m-Zellen.
finding-grid-few-cells = Gebiete mit weniger als vier Zellen: { $count }. { $areas }
    .suggestion = Hier entscheidet der Rand darüber, wie viele Menschen gezählt werden. Genauer sind 100-m-Zellen.
finding-grid-not-brought = Diese Spalten lassen sich nicht auf Gebiete übertragen: { $names }.
    .suggestion = Mittelwerte und Anteile von Zellen müssen gewichtet werden, und die Zahl, nach der zu gewichten wäre, enthält das Gitter nicht.
finding-grid-weights-missing = { $names } lässt sich nur mit den Einwohnern der Zellen auf Gebiete übertragen; sie fehlen in der Datei.
    .suggestion =
        { $file ->
            [none] Bitte beide Dateien zusammen in einer ZIP-Datei bringen.
           *[other] Bitte diese Datei und { $file } zusammen in einer ZIP-Datei bringen; an der Konsole genügt --weights { $file }.
        }
finding-grid-no-cells = Die Datei enthält keine Gitterzellen.
    .suggestion = Erwartet wird eine Spalte mit Zellen wie CRS3035RES1000mN2917000E4148000. Tabellen nach Gebieten bringen Sie als Tabelle.
finding-grid-no-outlines = Kein Gebietsstand der Stadt hat Umrisse, auf die sich Zellen verteilen ließen.
    .suggestion = Bitte zuerst die Grenzen der Gebiete bringen (GeoJSON, GeoPackage oder Shapefile).
finding-grid-weights-useless = Die Datei zählt nicht, wonach die Anteile gewichtet werden: { $by }.
    .suggestion = Bitte mit --weights die Datei mit den Einwohnern derselben Zellen nennen.
finding-grid-weights-read = Gewichtet wird nach „{ $member }“.
    .suggestion = Es ist nichts zu tun.

finding-list-code-column-missing = Keine Spalte sieht nach einem Schlüssel der Gebiete aus. Vorhanden sind: { $columns }.
    .suggestion = Bitte nennen Sie die Spalte „id“ oder „schluessel“.
finding-list-without-outlines = Eine Liste von Gebieten ohne Umrisse ({ $count } Zeilen): Schlüssel aus „{ $code }“, { $name ->
        [none] ohne Namen
       *[other] Name aus „{ $name }“
    }.
    .suggestion = Tabellen lassen sich damit verbinden. Seiten zeigen die Werte als Tabelle; eine Karte gibt es erst mit den Umrissen.
finding-list-columns-ignored = Spalten, die für eine Gebietsliste nicht gebraucht werden: { $names }.
    .suggestion = Es ist nichts zu tun. Kennzahlen bringen Sie danach als Tabelle.
finding-list-empty = Die Liste enthält kein einziges Gebiet.
    .suggestion = Bitte die Ausgabe aus dem Fachverfahren wiederholen.
finding-list-code-missing = In dieser Zeile fehlt der Schlüssel.
    .suggestion = Bitte nachtragen oder die Zeile löschen.
finding-list-code-twice = Der Schlüssel { $key } kommt zweimal vor, in Zeile { $first } und { $second }.
    .suggestion = Bitte klären, welcher falsch ist. Zwei Gebiete mit einem Schlüssel lassen sich nicht unterscheiden.
finding-list-name-missing = Das Gebiet { $key } hat keinen Namen.
    .suggestion = Auf Seiten steht an seiner Stelle der Schlüssel.
finding-list-area-not-positive = { $text } ist keine Fläche ({ $name }).
    .suggestion = Bitte die Fläche berichtigen oder das Feld leer lassen.
finding-list-zero-lost = Schlüssel, die eine Stelle kürzer sind als die anderen ({ $length }): { $count }, zum Beispiel { $key }.
    .suggestion = Vermutlich hat eine Tabellenkalkulation die führende Null entfernt. Bitte die Spalte als Text speichern.
finding-list-parent-circle = { $key } gehört über { $parent } zu sich selbst.
    .suggestion = Bitte die Spalte mit dem übergeordneten Gebiet berichtigen.
finding-list-parent-unknown = { $key } soll zu { $parent } gehören, aber dieses Gebiet gibt es nicht.
    .suggestion = Bitte den Schlüssel des übergeordneten Gebiets prüfen.
finding-list-parents-not-there = Die übergeordneten Gebiete sind noch nicht da, zum Beispiel { $parent } (zu { $key }).
    .suggestion = Bringen Sie die Ebene darüber zuerst, oder übernehmen Sie die Liste so; der Schlüssel bleibt vermerkt.

finding-crosswalk-columns-missing = Die Übergangsliste braucht die Spalten „von“ und „nach“. Vorhanden sind: { $columns }.
    .suggestion = Bitte die Überschriften ergänzen; „anteil“ ist nur nötig, wo ein Gebiet geteilt wurde.
finding-crosswalk-unknown-from = { $key } gibt es nicht in „{ $version }“.
    .suggestion = In der Spalte „von“ stehen Schlüssel des früheren Gebietsstands. Bitte berichtigen.
finding-crosswalk-unknown-to = { $key } gibt es nicht in „{ $version }“.
    .suggestion = In der Spalte „nach“ stehen Schlüssel des neuen Gebietsstands. Bitte berichtigen.
finding-crosswalk-from-without-link = Gebiete aus „{ $version }“, von denen kein Übergang wegführt: { $count }. { $areas }
    .suggestion = Ihre Werte lassen sich nicht fortführen. Bitte ergänzen, wenn sie weiterbestehen.
finding-crosswalk-to-without-link = Gebiete aus „{ $version }“, zu denen kein Übergang führt: { $count }. { $areas }
    .suggestion = Sie haben keine Vorgeschichte. Bitte ergänzen, wenn es sie schon gab.
finding-crosswalk-nothing-before = Zu dieser Ebene gibt es keinen früheren Gebietsstand, von dem die Übergangsliste ausgehen könnte.
    .suggestion = Bitte zuerst den früheren Stand bringen, mit derselben Ebene (--geography).

finding-download-failed = { $address } ließ sich nicht herunterladen: { $reason }.
    .suggestion = Bitte später noch einmal versuchen oder die Datei von Hand holen und bringen.
finding-download-insecure = { $address } leitet auf eine Adresse ohne Verschlüsselung um: { $target }.
    .suggestion = Es wurde nichts geholt. Bitte die Datei von Hand holen und ihre Prüfsumme vergleichen.
finding-download-too-large = { $address } ist größer als { $limit } MB.
    .suggestion = Es wurde nichts übernommen. Bitte die Datei von Hand holen und nur den nötigen Teil bringen.
finding-downloaded = Geholt von { $address }: { $size } KB, SHA-256 { $hash }.
    .suggestion = Adresse und Prüfsumme stehen beim Datensatz.

finding-table-of-whole-city = Die Datei nennt nur die Zahlen der ganzen Stadt.
    .suggestion = Sie werden als eigene Ebene „Gesamtstadt“ geführt und verändern keine Werte von Gebieten.

finding-counts-with-fractions = Gerundet werden nur ganze Zahlen. Brüche oder Zahlen unter null stehen in: { $names }.
    .suggestion = Bitte die Spalte berichtigen oder als Anteil oder Messwert zuordnen; ohne Runden bleibt die Datei der Statistikstelle vorbehalten.
finding-outlines-undrawable = Aus den Umrissen lässt sich keine Karte zeichnen{ $area ->
        [none] .
       *[other] : Es hakt bei „{ $area }“.
    }
    .suggestion = Bitte im GIS prüfen, ob jedes Gebiet einen Umriss und einen eigenen Schlüssel hat und ob das Koordinatensystem stimmt.
