## Profile: from what the city writes down anyway

profil-aus = From your records
profil-aus-hinweis = Ticked, what stands there counts, and the profile refers to it. If it changes there, Ankunft tells you. Without the tick, what you write below counts.
profil-aus-loi = From your commitments: Letter of Intent { $wert } ({ $woher })
profil-aus-quartiere = From your decisions: { $wert } ({ $woher })
profil-entweder-oder = You have changed the text and ticked the box above as well. Take the tick away if your text is to count, or empty the field.
profil-quelle-fort = What was ticked above is no longer there. Take the tick away and write it here.
profil-quelle-inzwischen = Meanwhile your records say: { $jetzt }. Look it through, then save.
profil-quelle-geaendert = { $angabe }: your records have changed
profil-quelle-neu = The profile says “{ $vorher }”, your records say “{ $jetzt }” by now. Save, and the profile says so too.
profil-quelle-weg = The profile says “{ $vorher }”. What it referred to no longer holds. Check it and save.
profil-fuer-programm = Profile of the city in the programme
angebot-vom = of { $tag }
angebot-gezeichnet = signed by { $wer }
angebot-bis = until { $tag }
angebot-entscheidung = { $wer }, { $tag }
heute-profil = { $angabe } in the profile for the programme: your records say something else by now
