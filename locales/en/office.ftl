## Statistics office: what there is

office-nav-wozu = What there is, what has been released, what waits and who received what.
office-nav = Statistics office
office-titel = Data versions and releases
office-datenstand = Data version { $nummer }
office-stand-im-satz = data version { $nummer }
office-nummer-gebiete = Data version { $nummer }, { $gebiete }
office-leit-alle = { $anzahl ->
        [0] There is no data version yet.
        [one] There is one data version.
       *[other] There are { $anzahl } data versions.
    }
office-leit-wartet = { $anzahl ->
        [0] Nobody is waiting for a release.
        [one] One is waiting for your release.
       *[other] { $anzahl } are waiting for your release.
    }
office-leit-intern = { $anzahl ->
        [0] None is meant for the statistics office alone.
        [one] One is unprotected and meant for the statistics office alone.
       *[other] { $anzahl } are unprotected and meant for the statistics office alone.
    }
office-heute = { $anzahl ->
        [one] One data version is waiting for a release
       *[other] { $anzahl } data versions are waiting for a release
    }
office-zeigen = Which data versions
office-zeigen-alle = All ({ $anzahl })
office-zeigen-wartet = Waiting for release ({ $anzahl })
office-zeigen-freigegeben = Released ({ $anzahl })
office-zeigen-intern = Statistics office only ({ $anzahl })
office-zeigen-gesperrt = Withdrawn ({ $anzahl })
office-spalte-datenstaende = Data version
office-spalte-stichtage = Reference dates
office-spalte-geheimhaltung = Protection
office-spalte-freigegeben = Released for
office-spalte-uebernommen = Accepted
office-spalten-anzahl = { $anzahl ->
        [one] one column
       *[other] { $anzahl } columns
    }
office-ungeschuetzt = unprotected
office-vorgesehen = meant for: { $nutzung }
office-stand-wartet = waiting for release
office-stand-intern = not released
office-stand-gesperrt = withdrawn
office-stand-zurueckgenommen = release withdrawn
office-leer = This is where the city’s data versions stand: what there is, what of it is released, and what is waiting. Bring the first file.
office-keine-so = There is no such data version at the moment.
office-lesen = A column is one indicator at one reference date over all areas. Only the statistics office sees unprotected figures; nothing leaves it but what you release.
office-weiter = More
office-alle-weitergaben = Who received data that are not public?
office-datei-bringen = Bring a file
office-stichtag = Reference date or period

## One data version

stand-nur-hier = statistics office only
stand-leit-wartet = The figures are unprotected; only the statistics office sees them. They are meant for: { $nutzung }. Nothing of them is released yet.
stand-leit-intern = The figures are unprotected; only the statistics office sees them. Nothing of them is released.
stand-leit-gerundet = The figures are unprotected; only the statistics office sees them. { $spalten } of { $alle } columns are released with { $regel }, for: { $nutzung }.
stand-leit-bereits = The figures arrived protected: { $regel }. { $spalten } of { $alle } columns are released, for: { $nutzung }.
stand-leit-gesperrt = This data version has been withdrawn since { $wann }. Its figures are no longer here.
stand-leit-zurueckgenommen = The release of this data version is withdrawn. Nobody reads it.
stand-ist-gesperrt = This is withdrawn.
    .text = The figures are taken back everywhere. Nothing can be released or withdrawn again here.
stand-freigabe = Prepare a release
stand-weitergaben = Who received this?
stand-sperren = Withdraw data version
stand-werte = Values
stand-ungeschuetzt = unprotected
stand-freigegeben = released
stand-freigegeben-mit = released, { $regel }
stand-abstand = Difference
stand-lesen-beide = On one side stands what the statistics office knows, beside it what others read. The difference is what rounding has changed. “not shown” stands where the figure would otherwise follow from others.
stand-lesen-nur-quelle = Only the statistics office sees these figures. Nothing is released for this reference date.
stand-lesen-nur-freigegeben = These are the figures as they arrived protected and are released.
stand-spalten = What the data version holds
stand-merkmal = Indicator
stand-art = Kind
stand-art-count = Count
stand-art-percent = Share
stand-art-measure = Measure
stand-art-class = Class
stand-von-bis = Reference dates
stand-anzahl = How many
stand-davon = of them released
stand-zeiten = { $anzahl ->
        [one] one reference date
       *[other] { $anzahl } reference dates
    }
stand-freigaben = Releases
stand-keine-freigabe = Nothing of this data version is released.
stand-freigabe-regel = Protection
stand-freigabe-nutzung = Use
stand-freigabe-gebiete = Areas
stand-freigabe-spalten = Columns
stand-freigabe-wann = When, by whom
stand-freigabe-sperrung = Withdrawal
stand-freigabe-sperren = Withdraw release
stand-gesperrt-am = withdrawn on { $wann }
stand-herkunft = Where the figures come from
stand-vorgesehen = Meant for

## Release

freigabe-titel = What of { $stand } would leave the house?
freigabe-leit = Choose rounding and use. You will first see what would leave the statistics office, and what an attack would find in it. Nothing is released by that.
freigabe-leit-nichts = Nothing: no column withstands the attack. It cannot be released like this.
freigabe-leit-vorschau = { $spalten ->
        [one] One column with { $zellen } cells would leave the house, with { $regel }, for: { $nutzung }.
       *[other] { $spalten } columns with { $zellen } cells in all would leave the house, with { $regel }, for: { $nutzung }.
    }
freigabe-leit-angriff = { $gefunden ->
        [0] An attack would find nothing in it.
        [one] With rounding alone, an attack would find one cell; therefore { $verborgen ->
            [one] one stays hidden.
           *[other] { $verborgen } stay hidden.
        }
       *[other] With rounding alone, an attack would find { $gefunden } cells; therefore { $verborgen ->
            [one] one stays hidden.
           *[other] { $verborgen } stay hidden.
        }
    }
freigabe-runden = Rounding
freigabe-runden-5 = Rounding to 5
    .hinweis = Each figure by itself to the nearest multiple of 5; at most 2 away.
freigabe-runden-10 = Rounding to 10
    .hinweis = Each figure by itself to the nearest multiple of 10; at most 5 away. Protects more.
freigabe-runden-fehlt = Choose the rounding.
freigabe-kreis = Use: who may read the figures?
freigabe-kreis-administration = Everybody with an account in this city’s administration.
freigabe-kreis-programme = The research team and the other municipalities of the programme as well.
freigabe-kreis-public = Everybody, without logging in.
freigabe-kreis-fehlt = Choose for whom the figures are released.
freigabe-vorschau = Preview
freigabe-anders = Choose differently
freigabe-lesen = Every cell is rounded by itself, the total too. Then comes the attack: what could still be worked out exactly from totals and parts? What would be found is hidden or withheld.
freigabe-zahl-spalten = { $anzahl ->
        [one] column leaves the house
       *[other] columns leave the house
    }
freigabe-zahl-zellen = { $anzahl ->
        [one] cell, totals included
       *[other] cells, totals included
    }
freigabe-zahl-verborgen = { $anzahl ->
        [one] of these cells stays hidden
       *[other] of these cells stay hidden
    }
freigabe-zahl-zurueck = { $anzahl ->
        [one] column is withheld
       *[other] columns are withheld
    }
freigabe-angriff = What the attack says
freigabe-angriff-text = { $gefunden ->
        [0] With rounding alone, an attack would find no cell.
        [one] With rounding alone, an attack would find one cell.
       *[other] With rounding alone, an attack would find { $gefunden } cells.
    } { $verborgen ->
        [0] Nothing needs to be hidden.
        [one] One cell is hidden; then it finds nothing more.
       *[other] { $verborgen } cells are hidden, totals first; then it finds nothing more.
    } { $summen ->
        [0] It knows the total over the areas.
        [one] It knows the total over the areas and one sum of indicators.
       *[other] It knows the total over the areas and { $summen } sums of indicators.
    }
freigabe-gefunden = { $gezeigt } of { $alle } cells that it would find
freigabe-gezeigt = rounded
freigabe-moeglich = possible is only
freigabe-summen = Which indicators add up
freigabe-ungesehen = These indicators have too few figures to see whether they add up with others; please check it yourself: { $merkmale }
freigabe-bleibt = What is withheld
freigabe-weil = Why
freigabe-weil-keine-anzahl = Rounding protects counts only. Shares and means are computed anew from rounded counts.
freigabe-weil-bruch = A cell is not a whole number, or is negative.
freigabe-weil-gefunden = The attack finds figures even if everything around them is hidden.
freigabe-weil-frueher = Together with an earlier release with another rounding, figures could be worked out.
freigabe-weil-widerspruch = Parts and total do not fit together; nobody can say what could be found.
freigabe-abstand = How far totals and parts differ
freigabe-abstand-text = The rounded total and the sum of the rounded areas differ by { $groesste } at most, by { $mittel } on average (compared in { $spalten ->
        [one] one column that shows everything
       *[other] { $spalten } columns that show everything
    }). This is intended: each figure is rounded by itself.
freigabe-geschwister = The same indicators are released in another way already.
    .text = The attack does not take this into account: { $liste }. Check whether anything can be worked out from both together, for instance from different area boundaries.
freigabe-geschwister-gebiete = { $gebiete } ({ $anzahl ->
        [one] data version { $nummern }
       *[other] data versions { $nummern }
    })
freigabe-endgueltig = What is released is out in the world.
    .text = A release is never changed. Only a withdrawal takes it back.
freigabe-jetzt = Release now
freigabe-schon = This data version is released for this circle in exactly this way already. Choose a wider use, or leave it at that.
freigabe-ueberholt = Somebody has released the same figures meanwhile. Please look at the preview again: both releases together could tell more.
freigabe-nichts-haelt = No column withstands the attack. Choose the coarser rounding.
freigabe-keine-quelle = This data version has been withdrawn meanwhile or has no unprotected figures.
freigabe-bereits = There is nothing to release here.
    .text = The figures of this data version arrived protected and were released when they were accepted.
meldung-freigegeben = Released.

## Withdrawal

sperrung-titel = Withdraw { $stand }?
sperrung-titel-freigabe = Withdraw the release of { $stand }? ({ $regel }, { $nutzung })
sperrung-leit = A withdrawal takes the data version back everywhere: its figures, its releases, the file, and every place that cites it. Date, reason and checksum stay.
sperrung-leit-freigabe = A withdrawal takes this release back everywhere, from every place that cites it too. The unprotected figures stay in the statistics office. Date, reason and checksum stay.
sperrung-betroffen = What and whom it concerns
sperrung-zahl-freigaben = { $anzahl ->
        [one] release
       *[other] releases
    }
sperrung-zahl-fundstellen = { $anzahl ->
        [one] citation
       *[other] citations
    }
sperrung-zahl-mappen = { $anzahl ->
        [one] folder
       *[other] folders
    }
sperrung-zahl-weitergaben = { $anzahl ->
        [one] hand-out of the data version
       *[other] hand-outs of the data version
    }
sperrung-bekommen = As an exchange package the data version went to: { $wer }. Where it was taken in within this installation, the figures disappear too. The coordination asks for the deletion of other copies.
sperrung-durch = Withdrawn by { $stadt }
sperrung-zitiert = Where the figures are cited
sperrung-fundstelle = Reference
sperrung-steht = Stands in
sperrung-gehoert = Belongs to
sperrung-nirgends = nowhere, only kept in mind
sperrung-mappe = folder “{ $titel }”
sperrung-grund = Reason for the withdrawal
    .hinweis = It stands in the list of withdrawals for good, and in the letter to those concerned. Do not name a figure in it.
sperrung-grund-fehlt = Give the reason. Nothing is withdrawn without it.
sperrung-grund-lang = The reason is too long. At most 2,000 characters.
sperrung-endgueltig = This cannot be undone.
    .text = The figures are overwritten. Printed sheets, downloaded files and earlier backups keep them; who received something stands under “Who received this?”.
sperrung-knopf = Withdraw data version everywhere
sperrung-knopf-freigabe = Withdraw release everywhere
meldung-gesperrt = Withdrawn. The figures are taken back everywhere.
sperrungen-titel = Withdrawals
sperrungen-leit = { $anzahl ->
        [0] Nothing has been withdrawn so far.
        [one] There has been one withdrawal so far.
       *[other] There have been { $anzahl } withdrawals so far, the newest comes first.
    }
sperrungen-keine = This is where it stands what was taken back, when, by whom and why. Withdrawing is done on the page of a data version.
sperrungen-was = What
sperrungen-wann = When, by whom
sperrungen-grund = Reason
sperrungen-betroffen = Who cited it
sperrungen-hash = Checksum
sperrungen-freigabe = Release: { $regel }, { $nutzung }
sperrungen-fundstelle = { $code }: { $ort } ({ $wem })
sperrungen-niemand = nobody
sperrungen-lesen = The checksum proves what was withdrawn without telling it: it is salted with chance.
sperrungen-post = Who owns a folder that is concerned has received an e-mail.
sperrungen-keine-post = This installation sends no e-mail. Please tell those who cited it yourself.
brief-sperrung =
    Good day,

    the statistics office of { $stadt } has withdrawn figures that you cite.
    { $anzahl ->
        [one] Reference: { $fundstellen }
       *[other] References: { $fundstellen }
    }
    Reason: { $grund }

    In Ankunft the figures are no longer to be seen there. Please do not use them any longer in papers and files that you have already, either.
    .betreff = Ankunft: figures you cite are withdrawn

## Hand-outs

weitergaben-titel = Who received { $stand }?
weitergaben-leit = { $titel }: { $anzahl ->
        [0] nobody has downloaded figures of it that are not public.
        [one] figures of it that are not public have been downloaded once.
       *[other] figures of it that are not public have been downloaded { $anzahl } times, by { $personen ->
            [one] one person.
           *[other] { $personen } people.
        }
    }
weitergaben-keine = This is where each hand-out of figures that are not public stands: who, in which role and post, when and in which form. Public figures are not recorded.
weitergaben-lesen = Each downloaded file with figures that are not public is recorded, and each exchange package with who got it. Pages that were only looked at do not stand here.
weitergaben-tabelle = Hand-outs
weitergaben-wann = When
weitergaben-wer = Who
weitergaben-stelle = Role and post
weitergaben-form = Form
weitergabe-csv = CSV
weitergabe-json = JSON
weitergabe-geojson = GeoJSON
weitergabe-csv-source = CSV, unprotected
weitergabe-fuer = { $form } for { $wer }

## Log

aktion-release-make = Released
aktion-thing-withdraw = Withdrawn
