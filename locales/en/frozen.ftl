## What a decision keeps of the assessment

frozen-titel = Assessment at the time of the decision
frozen-titel-von = { $name }: assessment at the time of the decision
frozen-keine = There was no assessment.
frozen-gesperrt = withdrawn: figures from which it was computed have been withdrawn.
frozen-gesperrt-kurz = withdrawn
frozen-teil = { $name }
frozen-quelle = Source
frozen-zeile = Assessed by { $merkmale }, { $zeit }, { $n } areas compared; uncertainty from { $ziehungen } draws (seed { $startzahl }), Ankunft { $version }.

## Somebody else was faster

frozen-ueberholt = Something has changed in the meantime. Your text is still here.
frozen-noch-einmal = Please read your text again, then send it once more.
frozen-bewegt = { $name } was { $vorher } and is now { $jetzt }.
frozen-neu = { $name } has been added ({ $jetzt }).
frozen-andere = Read decision { $nummer }
frozen-unterschiede = Where the two versions differ
frozen-ihre = Your text
frozen-geschrieben = What you have written

## Correction of a correction

frozen-wieder = The choice is the earlier one again.
frozen-wieder-text = What is chosen is the same as in decision { $nummer }. Baseline and assessment are those of that time.

entscheidung-interne-fassung = internal version
papier-fundstellen = Look up references: { $adresse }
