## Open data: files and interfaces

spalte-code = Key
    .sinn = Key of the area unit as the city keeps it. The row without a key is the whole city.
spalte-name = Area unit
    .sinn = Name of the area unit.
spalte-period = Time
    .sinn = Reference day of a stock or period of a flow: day, month, quarter (q), half-year (h) or year.
spalte-measure = Measure (code)
    .sinn = Code of the measure, the same in all cities.
spalte-value = Value
    .sinn = The value, rounded no further than its protection demands. Empty never means zero: the state says why there is no value.
spalte-state = State
    .sinn = value: there is a value; zero: exactly zero; suppressed: there is a value, it is not shown; missing: not stated.
spalte-unreliable = unreliable
    .sinn = Whether the source marks the value as hardly reliable.
spalte-low = Range from
    .sinn = Lower end of where the value likely lies.
spalte-high = Range to
    .sinn = Upper end of where the value likely lies.
spalte-city = Value of the city
    .sinn = The same measure for the whole city.
spalte-city-state = State of the city’s value
    .sinn = As the state, for the value of the city.
spalte-number = Data state
    .sinn = Number of the newest state of the data that the value is computed from.
spalte-area-version = Version of the boundaries
    .sinn = Version of the boundaries that the value is for.
spalte-eingang = Stored count that the value is computed from.
spalte-zustand-von = State: { $merkmal }

zustand-wert = value
zustand-null = exactly zero

offen-titel = { $merkmal }, { $zeit }: { $stadt }, { $ebene }
offen-titel-quartier = { $gebiet } ({ $stadt }): series
offen-zustaende = States
offen-hinweis = For use
    .sinn = The values are protected against conclusions about single persons; sums may therefore differ. They describe area units and are no verdict on them.
offen-blatt-werte = Values
offen-blatt-herkunft = Sources
offen-wovon = Of what
offen-was = What
offen-angabe = Statement
offen-ja = yes
offen-nein = no

weitergabe-xlsx = XLSX
weitergabe-gpkg = GeoPackage
weitergabe-ogc = OGC API

ogc-titel = Area units and figures of { $stadt }
ogc-beschreibung = Here programs for maps and analysis get the city’s area units with all figures that are released for them: OGC API Features.
ogc-adresse = Address for programs
ogc-als-dokument = This information for programs
ogc-als-seite = This information as a page
ogc-sammlungen-titel = Collections
ogc-sammlungen-wozu = One collection for each level whose outlines are known: its area units with the figures of one day.
ogc-sammlung-beschreibung = Area units with outlines. Unless asked otherwise the figures are those of the newest day; datetime chooses another. Beside each number stands its state: value, zero (exactly zero), suppressed (not shown), missing (not stated).
ogc-api-titel = Description of the interface
ogc-api-wozu = All addresses with what they give and what can be chosen.
ogc-konformitaet-titel = Standards kept
ogc-konformitaet-wozu = The conformance classes that programs can rely on.
ogc-masterportal-titel = Masterportal
ogc-masterportal-wozu = The collections as entries for the services.json of a Masterportal.
ogc-kennung = Code
ogc-zeitraum = Days with figures
ogc-systeme = Reference systems
ogc-gebiete = See the area units
ogc-gebiet-beschreibung = All released figures of this area unit on one day, as programs get them.
ogc-profil = To the profile
ogc-tag = Day
ogc-weiter = More area units
ogc-zurueck = Previous area units
ogc-treffer = { $anzahl ->
        [one] One area unit fits the question.
       *[other] { $anzahl } area units fit the question.
    }
ogc-keine = No area unit here fits this question.
ogc-leer = As soon as outlines and released figures are there, they stand here.
ogc-unbekannt = There is no parameter “{ $name }” here. The description of the interface says which there are.
ogc-ungueltig = The value of “{ $name }” cannot be understood, or stands there twice.
ogc-nicht-da = There is no such thing here, or not for you.

offen-spalten = Columns explained
offen-schnittstellen = For programs
offen-schnittstellen-leit = Below every page of the atlas its figures can be had as files. Who needs them regularly asks here.
offen-ogc = Area units with outlines and figures for maps and geographic information systems, such as QGIS or a Masterportal.
offen-openapi = All addresses that give data, with parameters and answers.

ogc-zahlen = Figures
ogc-filter = any property
ogc-filter-wozu = Only area units of which the property is exactly that, such as code=07 or population_status=suppressed.
ogc-weg-start = What can be had here, and where.
ogc-weg-api = This interface in OpenAPI 3.0.
ogc-weg-conformance = Which standards are kept.
ogc-weg-services-json = The collections as layers for the services.json of a Masterportal.
ogc-weg-collections = The levels whose outlines are known.
ogc-weg-collections-ebene = One level.
ogc-weg-collections-ebene-items = Area units with outlines and released figures.
ogc-weg-collections-ebene-items-code = One area unit with its released figures.
ogc-angabe-f = json for programs, html for people; without it as the program wishes.
ogc-angabe-sprache = Language of titles and pages: de or en.
ogc-angabe-crs = Reference system of the answer.
ogc-angabe-datetime = A day, a moment or an interval (RFC 3339; an open end is .. or empty). Of the days in it the newest is given.
ogc-angabe-properties = Only these properties, with commas between them; a figure comes with its state.
ogc-angabe-limit = At most so many area units at once.
ogc-angabe-offset = So many area units are passed over.
ogc-angabe-bbox = Only area units that meet this box: four numbers with commas between them.
ogc-angabe-bbox-crs = Reference system of the box.

spalte-class = Marks of an arrival quarter
    .sinn = clear: clear marks; some: single ones; none: no marked ones. Compared within the city only. Empty if the area unit is not compared.
spalte-excluded = not compared because
    .sinn = Code of the reason why the area unit is not compared; else empty.
spalte-probability = Probability
    .sinn = Share (0 to 1) of draws in which the area unit counts, when only the noise in the data varies.
spalte-variants = Variants
    .sinn = Share (0 to 1) of the variants of our own choices in which the area unit counts.
spalte-phase = Phase
    .sinn = traditional: for many years; new; emerging; former: earlier; unknown: duration cannot be told; none: no.
spalte-since = since
    .sinn = First period since which the area unit has counted without interruption.
spalte-dimension = Rate in the unit that the column’s title names; the marks follow from it. If it counts events, it is a mean over the window of the assessment.
