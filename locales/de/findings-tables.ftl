finding-empty-file = Die Datei ist leer.
    .suggestion = Bitte die Ausgabe aus dem Fachverfahren wiederholen und die neue Datei wählen.
finding-file-too-large = Die Datei ist größer als { $limit } MB.
    .suggestion = Bitte auf mehrere Dateien verteilen, zum Beispiel nach Jahren.
finding-unknown-format = Diese Datei ist keine Tabelle, die hier gelesen werden kann.
    .suggestion = Gelesen werden CSV, XLSX und ODS, auch in einem ZIP-Archiv. Bitte in einem dieser Formate speichern.
finding-old-workbook = Das ist eine Arbeitsmappe im alten Format (XLS).
    .suggestion = Bitte in Excel öffnen und als XLSX speichern.
finding-archive-broken = Das Archiv ist beschädigt oder abgeschnitten.
    .suggestion = Bitte noch einmal herunterladen oder neu packen. Es wurde nichts übernommen.
finding-archive-bomb = Das Archiv würde beim Auspacken unverhältnismäßig groß. Es wurde nicht ausgepackt.
    .suggestion = Bitte die Tabelle selbst schicken, ohne Archiv.
finding-archive-nested = Im Archiv steckt ein weiteres Archiv.
    .suggestion = Bitte auspacken und die Tabelle selbst wählen.
finding-archive-encrypted = Das Archiv ist mit einem Kennwort geschützt.
    .suggestion = Bitte ohne Kennwort packen. Die Übertragung hierher ist verschlüsselt.
finding-archive-empty = Im Archiv ist keine Tabelle, die gemeint sein kann.
    .suggestion = Erwartet wird eine Datei mit der Endung csv, tsv, txt, xlsx oder ods.
finding-archive-several-tables = Im Archiv sind mehrere Tabellen: { $members }.
    .suggestion = Bitte angeben, welche gemeint ist, oder sie einzeln bringen.
finding-archive-finest-taken = Das Archiv enthält dieselbe Tabelle in mehreren Breiten: { $members }. Gelesen wurde { $member }.
    .suggestion = Wenn eine andere Breite gemeint ist, packen Sie diese allein ein; an der Konsole hilft --member.
finding-no-workbook = Das ist keine Arbeitsmappe (XLSX).
    .suggestion = Bitte die Datei in der Tabellenkalkulation als XLSX speichern und noch einmal wählen.
finding-workbook-broken = Die Arbeitsmappe lässt sich nicht lesen.
    .suggestion = Bitte in der Tabellenkalkulation öffnen, neu speichern und noch einmal wählen.
finding-workbook-too-large = Die Arbeitsmappe ist ausgepackt zu groß.
    .suggestion = Bitte das Blatt als CSV speichern.
finding-sheet-too-large = Das Blatt hat mehr als { $limit } Felder.
    .suggestion = Bitte als CSV speichern oder leere Bereiche löschen.
finding-sheet-missing = Das Blatt „{ $sheet }“ gibt es nicht. Vorhanden: { $sheets }.
    .suggestion = Bitte eines der vorhandenen Blätter wählen.
finding-several-sheets = Gelesen wurde das Blatt „{ $sheet }“. Vorhanden: { $sheets }.
    .suggestion = Wenn ein anderes gemeint ist, bitte das Blatt wählen.
finding-formula = Formeln wurden mit ihrem gespeicherten Ergebnis gelesen ({ $count } Felder).
    .suggestion = Wenn die Mappe vor dem Speichern nicht neu berechnet wurde, bitte die Ergebnisse prüfen.
finding-formula-without-value = Eine Formel hat kein gespeichertes Ergebnis.
    .suggestion = Bitte die Mappe öffnen, neu berechnen und speichern.
finding-error-value = Das Feld zeigt den Fehler { $text }.
    .suggestion = Bitte die Formel in der Tabelle berichtigen.
finding-formula-in-text = Das Feld sieht aus wie eine Formel: { $text }.
    .suggestion = Es wird als Text behandelt und nie ausgeführt. Bitte prüfen, ob der Inhalt gewollt ist.
finding-wrong-encoding = Die Zeile passt nicht zur Zeichenkodierung { $encoding }.
    .suggestion = Bitte die Datei als UTF-8 speichern oder die richtige Kodierung angeben.
finding-mixed-encoding = Die Datei ist { $encoding }, diese Zeile aber nicht (Byte { $byte }).
    .suggestion = Vermutlich wurden zwei Dateien zusammengefügt. Bitte die Zeile in einem Textprogramm berichtigen und alles als UTF-8 speichern.
finding-mojibake = Umlaute sind beschädigt: „{ $text }“.
    .suggestion = Die Datei wurde unterwegs mit falscher Kodierung gespeichert. Bitte aus der Quelle neu ausgeben.
finding-replacement-character = Ein Zeichen ist verloren gegangen: „{ $text }“.
    .suggestion = Bitte aus der Quelle neu ausgeben.
finding-nul-byte = Die Zeile enthält ein Nullzeichen.
    .suggestion = Die Datei ist beschädigt. Bitte noch einmal ausgeben.
finding-no-delimiter = Es ist nicht zu erkennen, womit die Spalten getrennt sind.
    .suggestion = Bitte das Trennzeichen angeben: Semikolon, Komma, Tabulator oder senkrechter Strich.
finding-too-many-columns = Die Zeile hat mehr als { $limit } Spalten.
    .suggestion = Bitte prüfen, ob die Datei vollständige Zeilenenden hat.
finding-too-many-rows = Die Datei hat mehr als { $limit } Zeilen. Ab hier wurde nicht gelesen.
    .suggestion = Bitte auf mehrere Dateien verteilen.
finding-cell-too-long = Ein Feld ist länger als { $limit } Zeichen.
    .suggestion = Vermutlich fehlt ein Trennzeichen oder ein Anführungszeichen. Bitte die Zeile prüfen.
finding-duplicate-column = Die Spalte „{ $name }“ gibt es zweimal, zuerst als Spalte { $first }.
    .suggestion = Bitte eine der beiden umbenennen oder löschen.
finding-empty-column-name = Eine Spalte mit Inhalt hat keine Überschrift.
    .suggestion = Sie wird nicht übernommen. Bitte eine Überschrift ergänzen, wenn sie gebraucht wird.
finding-empty-column = Eine leere Spalte ohne Überschrift wurde übergangen.
    .suggestion = Es ist nichts zu tun.
finding-empty-rows = Leere Zeilen wurden übergangen: { $count }.
    .suggestion = Es ist nichts zu tun.
finding-broken-quote = Ein Anführungszeichen ist nicht geschlossen oder steht an falscher Stelle.
    .suggestion = Bitte die Zeile prüfen; ein Anführungszeichen im Text wird verdoppelt.
finding-field-count = Die Zeile hat { $have } Felder, die Überschrift { $want }.
    .suggestion = Bitte prüfen, ob ein Trennzeichen fehlt oder zu viel ist.
finding-cut-file = Die Datei endet mitten in einer Zeile.
    .suggestion = Sie wurde vermutlich unvollständig übertragen. Bitte noch einmal wählen.
finding-no-final-newline = Die letzte Zeile hat kein Zeilenende.
    .suggestion = Bitte prüfen, ob die Datei vollständig ist und die letzte Zahl stimmt.
finding-more-of-a-kind = Davon gibt es noch { $count } weitere, zusammen { $total }.
    .suggestion = Vermutlich haben alle dieselbe Ursache.
finding-missing-column = Die Spalte „{ $name }“ fehlt. „{ $profile }“ erwartet sie.
    .suggestion = Bitte die Überschriften prüfen oder eine andere Zuordnung wählen.
finding-columns-ignored = Spalten, die nicht übernommen werden: { $count }.
    .suggestion = „{ $names }“ kennt die Zuordnung und lässt sie weg; Anteile werden aus den Zahlen neu berechnet.
finding-columns-unknown = Spalten, die die Zuordnung nicht kennt: { $names }.
    .suggestion = Sie werden nicht übernommen. Wenn Sie sie brauchen, bitte die Zuordnung ergänzen.
finding-wrong-column-names = Spalten tragen in diesem Zeitraum falsche Namen: { $count }.
    .suggestion = „{ $profile }“ weiß das und liest sie richtig: { $names }.
finding-unknown-area = Das Gebiet „{ $key }“ gibt es nicht in „{ $version }“.
    .suggestion =
        { $suggested ->
            [none] Bitte den Schlüssel prüfen.
           *[other] Dem Namen nach ist vermutlich { $suggested } gemeint.
        }
finding-other-area-version = Die Datei passt zu einem anderen Gebietsstand: { $fitting } Schlüssel gehören zu „{ $other }“, { $known } von { $rows } Zeilen passen zu „{ $version }“.
    .suggestion = Bitte als Gebietsstand „{ $other }“ wählen. Gebiete verschiedener Stände werden nie vermischt.
finding-duplicate-key = Zwei Zeilen für dasselbe Gebiet. { $key } steht in Zeile { $first } und { $second }.
    .suggestion =
        { $suggested ->
            [none] Bitte eine der beiden Zeilen berichtigen oder löschen.
           *[other] Vermutlich ist Zeile { $second } das Gebiet { $suggested } (gleicher Name).
        }
finding-key-padded = Schlüssel ohne führende Null wurden ergänzt: { $count }, zum Beispiel { $key } zu { $code }.
    .suggestion = Es ist nichts zu tun. Tabellenkalkulationen entfernen führende Nullen.
finding-name-matched = „{ $key }“ wurde als „{ $name }“ gelesen.
    .suggestion = Bitte prüfen, ob dasselbe Gebiet gemeint ist.
finding-ambiguous-name = „{ $key }“ kann mehrere Gebiete meinen: { $candidates }.
    .suggestion = Bitte den vollständigen Namen oder den Schlüssel eintragen.
finding-areas-missing =
    { $count ->
        [1] Ein Gebiet fehlt: { $areas }.
       *[other] Gebiete ohne Zeile: { $count }. { $areas }
    }
    .suggestion = Betroffen: { $periods }. Sie werden als „nicht geliefert“ geführt, nicht als null.
finding-rows-set-aside =
    { $reason ->
        [sum] Summenzeilen
        [mean] Zeilen mit Mittelwerten
        [other-place] Zeilen einer anderen Stadt
        [not-located] Zeilen ohne Gebietszuordnung
        [other-version] Zeilen eines anderen Gebietsstands
       *[other] Anmerkungen
    } wurden beiseitegelegt: { $count } („{ $text }“ in „{ $name }“).
    .suggestion = Sie sind keine Gebiete und werden nicht mitgezählt.
finding-period-missing = Der Stichtag oder Berichtszeitraum ist nicht zu erkennen.
    .suggestion = Bitte beim Bringen der Datei angeben.
finding-period-unreadable = „{ $text }“ ist kein Stichtag oder Berichtszeitraum.
    .suggestion = Erwartet wird zum Beispiel 31.12.2024, 20241231, 2024h2 oder 2024.
finding-empty-cell = Das Feld „{ $name }“ für { $key } ist leer.
    .suggestion = Es wird als „nicht geliefert“ geführt, nicht als null. Bitte in der Quelle nachsehen.
finding-not-a-number = „{ $text }“ ist keine Zahl ({ $name }).
    .suggestion = Bitte in der Quelle nachsehen. Wenn es ein Zeichen für „nicht veröffentlicht“ ist, bitte in der Zuordnung angeben.
finding-wrong-decimal-sign = „{ $text }“ hat ein anderes Dezimalzeichen als der Rest der Datei ({ $name }).
    .suggestion = Bitte das Feld so schreiben wie die anderen.
finding-ambiguous-number = „{ $text }“ kann zweierlei heißen: Tausenderzeichen oder Dezimalzeichen ({ $name }).
    .suggestion = Bitte ohne Tausenderzeichen schreiben.
finding-not-finite = „{ $text }“ ist keine endliche Zahl ({ $name }).
    .suggestion = Vermutlich wurde durch null geteilt. Bitte in der Quelle nachsehen.
finding-negative-count = Eine Anzahl kann nicht negativ sein: { $text } ({ $name }).
    .suggestion = Bitte in der Quelle nachsehen.
finding-fraction-in-count = Eine Anzahl hat keine Nachkommastellen: { $text } ({ $name }).
    .suggestion = Bitte prüfen, ob ein Anteil oder ein Tausenderzeichen gemeint ist.
finding-impossible-count = { $text } ist für eine Stadt zu groß ({ $name }).
    .suggestion = Bitte prüfen, ob zwei Felder zusammengerutscht sind.
finding-percent-range = { $text } ist kein Prozentwert zwischen 0 und 100 ({ $name }).
    .suggestion = Bitte in der Quelle nachsehen.
finding-count-never-shown = { $text } dürfte hier nicht vorkommen ({ $name }).
    .suggestion = Die Quelle veröffentlicht so kleine Zahlen nicht. Bitte prüfen, ob die Datei wirklich geheimgehalten ist.
finding-sum-mismatch = Summe passt nicht. { $parts } ergibt { $sum }, „{ $whole }“ ist { $value }.
    .suggestion = Zahlendreher? Bitte in der Quelle nachsehen (Gebiet { $key }).
finding-part-exceeds-whole = Ein Teil ist größer als das Ganze. { $parts } ergibt { $sum }, „{ $whole }“ ist { $value }.
    .suggestion = Bitte in der Quelle nachsehen (Gebiet { $key }).
finding-share-mismatch = Der Anteil { $text } passt nicht zur Anzahl: { $count } von { $whole } sind { $expected } Prozent ({ $name }).
    .suggestion = Bitte prüfen, welche der beiden Angaben stimmt. Übernommen wird die Anzahl.
finding-sum-row-mismatch = Die Summenzeile { $key } passt nicht zu ihren Teilen: „{ $name }“ ist { $value }, aus { $parts } Gebieten ergibt sich { $least } bis { $most }.
    .suggestion = Bitte prüfen, ob Gebiete fehlen oder doppelt gezählt sind.
finding-totals-differ = Zwei Tabellen nennen für { $key } Verschiedenes: { $value } („{ $name }“) und { $before } („{ $earlier }“), Unterschied { $difference }.
    .suggestion = Bitte bei der liefernden Stelle nachfragen. Beide Angaben bleiben, wie sie sind.
finding-marks-read =
    { $text ->
        [empty] Leere Felder
       *[other] Felder mit „{ $text }“
    } als { $means ->
        [zero] „genau null“
        [suppressed] „nicht veröffentlicht“
       *[other] „nicht vorhanden“
    } gelesen: { $count }.
    .suggestion = Das legt „{ $profile }“ so fest.{ $interval ->
            [given] { " " }Der wahre Wert liegt zwischen { $from } und { $to }.
           *[none] { "" }
        }
finding-unreliable-read = Zeilen mit „{ $text }“: { $count }. Ihre Werte gelten als eingeschränkt verlässlich.
    .suggestion = Sie werden übernommen und gekennzeichnet.
finding-age-group-astride = Die Altersgruppe „{ $text }“ passt nicht in „{ $indicator }“.
    .suggestion = Diese Kennzahl wird aus der Datei nicht gebildet, weil ihre Grenzen mitten durch eine Altersgruppe gehen.
finding-unknown-boundaries = Die Schlüssel gehören zu anderen Grenzen: Von { $rows } Zeilen passen { $known } zu „{ $version }“. Ein Beispiel ist { $key }.
    .suggestion = Bringen Sie die Geometrie dieser Grenzen (etwa nach einer Gebietsreform), oder wenn es keine gibt, eine Liste mit Schlüssel und Name; oder wählen Sie eine andere Ebene.
