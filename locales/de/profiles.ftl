## Steckbriefe der Kandidaten

profile-titel = Steckbriefe nebeneinander
profile-papier-unter = { $stadt }: { $anzahl ->
        [one] ein Quartier
       *[other] { $anzahl } Quartiere in alphabetischer Reihenfolge
    }
