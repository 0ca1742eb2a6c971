## Profiles of candidates

profile-titel = Profiles side by side
profile-papier-unter = { $stadt }: { $anzahl ->
        [one] one quarter
       *[other] { $anzahl } quarters in alphabetical order
    }
