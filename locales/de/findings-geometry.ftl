# Prüfhinweise zu Geometrien, Übergangslisten und Archiven.

finding-lines-none = In der Datei steht keine Linie, die als Fluss, Bahn oder Straße bezeichnet ist.
    .suggestion = Bitte geben Sie jeder Linie ein Feld „art“ mit „fluss“, „bahn“ oder „strasse“, oder die Felder von OpenStreetMap.
finding-lines-not-degrees = Die { $name ->
        [none] Linie
       *[other] Linie „{ $name }“
    } hat einen Punkt, der nicht in Grad steht.
    .suggestion = Bitte exportieren Sie die Linien als GeoJSON in EPSG:4326.
finding-lines-others = { $count ->
        [one] Ein Objekt ist
       *[other] { $count } Objekte sind
    } weder Fluss noch Bahn noch Straße und bleiben weg.
    .suggestion = Nichts zu tun, wenn Sie nur diese brauchen.
finding-outlines-archive-broken = Die ZIP-Datei ist beschädigt.
    .suggestion = Bitte holen oder packen Sie sie noch einmal.
finding-archive-locked = Die Datei „{ $member }“ in der ZIP-Datei ist verschlüsselt oder auf unbekannte Weise gepackt.
    .suggestion = Bitte packen Sie sie ohne Kennwort als gewöhnliche ZIP-Datei.
finding-archive-member-broken = Die Datei „{ $member }“ in der ZIP-Datei ist beschädigt.
    .suggestion = Bitte packen Sie die ZIP-Datei neu.
finding-outlines-archive-nested = In der ZIP-Datei steckt eine weitere ZIP-Datei: { $members }.
    .suggestion = Bitte entpacken Sie die äußere und bringen Sie die innere.
finding-archive-several-outlines = Die ZIP-Datei enthält mehrere Ebenen: { $members }.
    .suggestion = Bitte bringen Sie jede Ebene für sich.
finding-archive-too-large = Entpackt wäre „{ $member }“ größer, als erlaubt ist ({ $limit } MB).
    .suggestion = Bitte vereinfachen Sie die Grenzen im GIS. Wenn Sie die Datei nicht selbst gepackt haben, seien Sie vorsichtig.
finding-archive-too-many-members = Die ZIP-Datei enthält { $members } Dateien; erlaubt sind { $limit }.
    .suggestion = Bitte packen Sie nur die Dateien der einen Ebene ein.
finding-archive-without-outlines = Die ZIP-Datei enthält weder ein Shapefile noch GeoJSON oder GeoPackage, sondern: { $members }.
    .suggestion = Bitte packen Sie die Dateien mit den Endungen shp, dbf und prj zusammen ein.
finding-areas-overlap =
    { $scope ->
        [many] { $count } Paare von Gebieten überdecken sich, zuerst „{ $feature }“ und „{ $other }“ (zu { $percent } % des kleineren).
       *[one] „{ $feature }“ und „{ $other }“ überdecken sich zu { $percent } % des kleineren Gebiets.
    }
    .suggestion = Bitte prüfen Sie, ob die Datei mehrere Ebenen oder Stände enthält.
finding-axes-swapped =
    { $scope ->
        [many] In { $count } Gebieten, zuerst in „{ $feature }“,
       *[one] Im Gebiet „{ $feature }“
    } waren Länge und Breite (Ost und Nord) vertauscht, etwa beim Punkt ({ $x }; { $y }). Sie wurden zurückgetauscht.
    .suggestion = Bitte prüfen Sie auf der Karte, ob alle Gebiete an der richtigen Stelle liegen.
finding-code-missing = Das Gebiet „{ $feature }“ hat keinen Schlüssel.
    .suggestion = Bitte tragen Sie den Schlüssel im GIS nach oder wählen Sie ein anderes Feld.
finding-coordinate-not-finite = Im Gebiet „{ $feature }“ ist der { $position }. Punkt keine Zahl.
    .suggestion = Bitte berichtigen Sie diesen Punkt im GIS und exportieren Sie die Datei neu.
finding-coordinate-out-of-range = Im Gebiet „{ $feature }“ liegt der Punkt ({ $x }; { $y }) außerhalb dessen, was es im Bezugssystem gibt.
    .suggestion = Bitte prüfen Sie das Bezugssystem und diesen Punkt im GIS.
finding-crosswalk-key-missing = In dieser Zeile fehlt der alte oder der neue Schlüssel.
    .suggestion = Bitte tragen Sie ihn nach oder entfernen Sie die Zeile.
finding-crosswalk-pair-twice = Der Übergang von „{ $from }“ nach „{ $to }“ steht zweimal in der Liste.
    .suggestion = Bitte entfernen Sie eine der beiden Zeilen.
finding-crosswalk-sum-not-one = Die Anteile von „{ $from }“ ergeben zusammen { $sum } statt 1.
    .suggestion = Bitte berichtigen Sie die Anteile, oder ergänzen Sie das fehlende Ziel.
finding-crosswalk-weight-missing = „{ $from }“ geht in { $targets } Gebiete über, aber die Anteile fehlen.
    .suggestion = Bitte geben Sie zu jedem Ziel den Anteil an, oder lassen Sie die Anteile aus den Flächen berechnen.
finding-crosswalk-weight-no-share = Der Anteil { $weight } von „{ $from }“ an „{ $to }“ liegt nicht zwischen 0 und 1.
    .suggestion = Bitte geben Sie Anteile als Zahl über 0 und bis 1 an, also 0,25 statt 25.
finding-crs-mismatch = Angegeben ist EPSG:{ $stated }, aber dazu passen die Koordinaten nicht: Kein Gebiet läge in Deutschland.
    .suggestion = Nach der Lage passt { $guess }. Bitte geben Sie das richtige Bezugssystem an.
finding-crs-overridden = Die Datei nennt EPSG:{ $stated }; gelesen wurde sie, wie angegeben, als EPSG:{ $asked }.
    .suggestion = Bitte prüfen Sie auf der Karte, ob die Gebiete an der richtigen Stelle liegen.
finding-crs-unknown = Die Datei sagt nicht, in welchem Bezugssystem die Koordinaten stehen. Möglich sind: { $possible }.
    .suggestion =
        { $guess-known ->
            [yes] Nach der Lage der Koordinaten passt { $guess }. Bitte geben Sie das Bezugssystem an.
           *[no] Bitte fragen Sie die Stelle, von der die Datei kommt, nach dem EPSG-Code und geben Sie ihn an.
        }
finding-crs-unsupported = Das Bezugssystem „{ $stated }“ wird nicht unterstützt. Möglich sind: { $possible }.
    .suggestion =
        { $guess-known ->
            [yes] Nach der Lage der Koordinaten passt { $guess }. Wenn das stimmt, geben Sie es bitte an; sonst rechnen Sie die Datei im GIS um.
           *[no] Bitte rechnen Sie die Datei im GIS in eines dieser Systeme um.
        }
finding-duplicate-area-code = Der Schlüssel „{ $code }“ kommt zweimal vor: im { $first }. Gebiet ({ $first-name }) und im { $second }. Gebiet ({ $second-name }).
    .suggestion =
        { $guess-known ->
            [yes] Das { $wrong }. Gebiet ist von Gebieten mit anderem Schlüsselanfang umgeben; nach seiner Lage ist „{ $plausible }“ plausibel. Bitte prüfen Sie das bei der herausgebenden Stelle und berichtigen Sie die Datei.
           *[no] Bitte klären Sie bei der herausgebenden Stelle, welcher Schlüssel falsch ist, und berichtigen Sie die Datei.
        }
finding-field-not-found = Das Feld „{ $field }“ gibt es in der Datei nicht. Vorhanden sind: { $fields }.
    .suggestion = Bitte wählen Sie eines der vorhandenen Felder.
finding-geojson-no-collection = Die Datei ist keine Sammlung von Gebieten („FeatureCollection“), sondern „{ $kind }“.
    .suggestion = Bitte exportieren Sie die ganze Ebene als GeoJSON.
finding-geojson-structure = An dieser Stelle ist die Datei zwar JSON, aber nicht so gebaut wie GeoJSON.
    .suggestion = Bitte exportieren Sie die Gebiete als GeoJSON („FeatureCollection“).
finding-geometry-broken = Die Geometrie des Gebiets „{ $feature }“ ist beschädigt und nicht lesbar.
    .suggestion = Bitte exportieren Sie die Datei neu.
finding-geometry-empty = Das Gebiet „{ $feature }“ hat keine Fläche: Die Geometrie ist leer.
    .suggestion = Bitte zeichnen Sie das Gebiet im GIS nach oder entfernen Sie die leere Zeile.
finding-geometry-file-empty = Die Datei ist leer.
    .suggestion = Bitte prüfen Sie, ob das Herunterladen oder Kopieren vollständig war, und bringen Sie die Datei noch einmal.
finding-geometry-no-area = Das Gebiet „{ $feature }“ hat keine Ausdehnung: Alle Punkte liegen auf einer Linie.
    .suggestion = Bitte zeichnen Sie das Gebiet im GIS neu.
finding-geometry-no-features = Die Datei enthält kein einziges Gebiet.
    .suggestion = Bitte prüfen Sie beim Export, ob die richtige Ebene gewählt und kein Filter gesetzt war.
finding-geometry-no-surface = Das Gebiet „{ $feature }“ ist keine Fläche, sondern „{ $kind }“.
    .suggestion = Gebiete müssen Polygone sein. Bitte wählen Sie die Ebene mit den Flächen.
finding-geometry-too-large = Die Datei hat { $size } MB; erlaubt sind { $limit } MB.
    .suggestion = Bitte vereinfachen Sie die Grenzen im GIS oder geben Sie nur die nötige Ebene aus.
finding-geometry-too-many = Die Datei hat { $features } Gebiete mit { $positions } Punkten; erlaubt sind { $features-limit } Gebiete mit zusammen { $positions-limit } Punkten.
    .suggestion = Bitte vereinfachen Sie die Grenzen im GIS oder teilen Sie die Datei.
finding-geometry-unknown-format = Das ist weder GeoJSON noch GeoPackage noch ein Shapefile.
    .suggestion = Bitte exportieren Sie die Gebiete als GeoJSON oder GeoPackage, oder packen Sie alle Teile des Shapefiles in eine ZIP-Datei.
finding-geopackage-broken = Das GeoPackage ist beschädigt: { $reason }.
    .suggestion = Bitte exportieren Sie die Ebene neu.
finding-geopackage-no-layer = Das GeoPackage enthält keine Ebene mit Flächen. Vorhanden sind: { $layers }.
    .suggestion = Bitte exportieren Sie die Ebene mit den Gebieten.
finding-geopackage-no-mark = Die Datei ist eine SQLite-Datenbank, aber kein GeoPackage.
    .suggestion = Bitte exportieren Sie die Ebene im GIS als GeoPackage.
finding-geopackage-several-layers = Das GeoPackage enthält mehrere Ebenen: { $layers }.
    .suggestion = Bitte exportieren Sie nur die Ebene mit den Gebieten.
finding-height-dropped =
    { $scope ->
        [many] In { $count } Gebieten, zuerst in „{ $feature }“,
       *[one] Im Gebiet „{ $feature }“
    } hatten die Punkte eine Höhe oder ein Maß. Sie wurden weggelassen.
    .suggestion = Es ist nichts zu tun.
finding-hole-dropped =
    { $scope ->
        [many] In { $count } Gebieten, zuerst in „{ $feature }“,
       *[one] Im Gebiet „{ $feature }“
    } war bei ({ $x }; { $y }) ein Loch ohne Ausdehnung. Es wurde weggelassen.
    .suggestion = Es ist nichts zu tun.
finding-hole-misplaced =
    { $scope ->
        [many] In { $count } Gebieten, zuerst in „{ $feature }“,
       *[one] Im Gebiet „{ $feature }“
    } lag ein Loch bei ({ $x }; { $y }) nicht ganz innerhalb der Grenze. Abgezogen wurde, was innerhalb liegt.
    .suggestion = Bitte prüfen Sie das Gebiet auf der Karte.
finding-json-broken = An dieser Stelle ist die Datei kein gültiges JSON.
    .suggestion = Bitte exportieren Sie die Datei neu, statt sie von Hand zu ändern. Die Stelle steht in Zeile und Spalte.
finding-json-cut = Die Datei bricht mitten im Text ab.
    .suggestion = Wahrscheinlich war das Herunterladen unvollständig. Bitte holen Sie die Datei noch einmal.
finding-json-not-utf8 = Die Datei ist nicht in UTF-8 geschrieben; Umlaute lassen sich nicht sicher lesen.
    .suggestion = Bitte wählen Sie beim Export die Zeichenkodierung UTF-8.
finding-no-code-field = Kein Feld sieht nach einem Schlüssel der Gebiete aus. Vorhanden sind: { $fields }.
    .suggestion = Bitte geben Sie an, welches Feld den Schlüssel enthält, mit dem auch die Tabellen die Gebiete nennen.
finding-no-name-field = Kein Feld sieht nach dem Namen der Gebiete aus; die Schlüssel stehen auch als Name. Vorhanden sind: { $fields }.
    .suggestion = Wenn die Datei Namen enthält, geben Sie bitte das Feld an.
finding-outside-germany =
    { $scope ->
        [many] In { $count } Gebieten, zuerst in „{ $feature }“,
       *[one] Im Gebiet „{ $feature }“
    } liegt ein Punkt nicht in Deutschland: ({ $x }; { $y }).
    .suggestion = Bitte prüfen Sie auf der Karte, ob ein Punkt verrutscht oder das Bezugssystem falsch ist.
finding-parts-overlap =
    { $scope ->
        [many] In { $count } Gebieten, zuerst in „{ $feature }“,
       *[one] Im Gebiet „{ $feature }“
    } überdeckten sich Teile (zu { $percent } % der Fläche). Sie wurden zusammengefügt.
    .suggestion = Bitte prüfen Sie das Gebiet auf der Karte.
finding-ring-order =
    { $scope ->
        [many] In { $count } Gebieten, zuerst in „{ $feature }“,
       *[one] Im Gebiet „{ $feature }“
    } lief eine Grenze andersherum, als das Format vorschreibt. Die Richtung wurde umgekehrt.
    .suggestion = Es ist nichts zu tun.
finding-ring-too-short = Die Grenze des Gebiets „{ $feature }“ hat bei ({ $x }; { $y }) nur { $positions } verschiedene Punkte; eine Fläche braucht drei.
    .suggestion = Bitte zeichnen Sie das Gebiet im GIS neu.
finding-ring-touches-itself =
    { $scope ->
        [many] In { $count } Gebieten, zuerst in „{ $feature }“,
       *[one] Im Gebiet „{ $feature }“
    } berührte sich die Grenze bei ({ $x }; { $y }). Die Fläche ist dieselbe geblieben.
    .suggestion = Es ist nichts zu tun.
finding-ring-unclosed =
    { $scope ->
        [many] In { $count } Gebieten, zuerst in „{ $feature }“,
       *[one] Im Gebiet „{ $feature }“
    } war die Grenze bei ({ $x }; { $y }) nicht geschlossen. Sie wurde geschlossen.
    .suggestion = Es ist nichts zu tun.
finding-self-intersection = Die Grenze des Gebiets „{ $feature }“ kreuzt sich bei ({ $x }; { $y }), und es ist nicht eindeutig, was innen ist.
    .suggestion = Bitte berichtigen Sie die Grenze an dieser Stelle im GIS.
finding-self-intersection-repaired =
    { $scope ->
        [many] In { $count } Gebieten, zuerst in „{ $feature }“,
       *[one] Im Gebiet „{ $feature }“
    } kreuzte sich die Grenze bei ({ $x }; { $y }). Sie wurde an der Kreuzung geteilt.
    .suggestion = Bitte prüfen Sie das Gebiet auf der Karte und berichtigen Sie bei Gelegenheit die Quelle.
finding-shapefile-alone = Das ist nur ein Teil eines Shapefiles; Namen und Schlüssel stehen in der Datei mit der Endung dbf.
    .suggestion = Bitte packen Sie die Dateien mit den Endungen shp, dbf und prj zusammen in eine ZIP-Datei.
finding-shapefile-broken = Das Shapefile ist beim genannten Gebiet abgeschnitten oder beschädigt.
    .suggestion = Bitte exportieren Sie das Shapefile neu.
finding-shapefile-table-broken = Die Tabelle (Endung dbf) des Shapefiles ist beschädigt oder abgeschnitten.
    .suggestion = Bitte exportieren Sie das Shapefile neu.
finding-shapefile-table-length = Das Shapefile hat { $shapes } Flächen, seine Tabelle aber { $rows } Zeilen.
    .suggestion = Die Dateien stammen wohl aus verschiedenen Ständen. Bitte exportieren Sie das Shapefile neu.
finding-shapefile-without-table = Zum Shapefile fehlt die Tabelle (Endung dbf) mit Namen und Schlüsseln.
    .suggestion = Bitte packen Sie die Dateien mit den Endungen shp, dbf und prj zusammen ein.
finding-zone-prefix =
    { $scope ->
        [many] In { $count } Gebieten, zuerst in „{ $feature }“,
       *[one] Im Gebiet „{ $feature }“
    } stand die Nummer der UTM-Zone ({ $prefix }) vor dem Ostwert. Sie wurde weggelassen.
    .suggestion = Es ist nichts zu tun.
