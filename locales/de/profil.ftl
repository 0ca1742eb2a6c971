## Profil: aus dem, was die Stadt ohnehin festhält

profil-aus = Aus Ihren Unterlagen
profil-aus-hinweis = Mit Haken gilt, was dort steht, und das Profil beruft sich darauf. Ändert es sich dort, sagt es Ihnen Ankunft. Ohne Haken gilt, was Sie unten schreiben.
profil-aus-loi = Aus Ihren Zusagen: Letter of Intent { $wert } ({ $woher })
profil-aus-quartiere = Aus Ihren Entscheidungen: { $wert } ({ $woher })
profil-entweder-oder = Sie haben den Text geändert und zugleich den Haken oben gesetzt. Nehmen Sie den Haken weg, wenn Ihr Text gelten soll, oder leeren Sie das Feld.
profil-quelle-fort = Was oben angehakt war, gibt es nicht mehr. Nehmen Sie den Haken weg und schreiben Sie es hier.
profil-quelle-inzwischen = Inzwischen steht in Ihren Unterlagen: { $jetzt }. Sehen Sie es durch und speichern Sie dann.
profil-quelle-geaendert = { $angabe }: Ihre Unterlagen haben sich geändert
profil-quelle-neu = Im Profil steht „{ $vorher }“, in Ihren Unterlagen jetzt „{ $jetzt }“. Speichern Sie, dann steht das neue im Profil.
profil-quelle-weg = Im Profil steht „{ $vorher }“. Worauf sich das berief, gilt nicht mehr. Prüfen Sie die Angabe und speichern Sie.
profil-fuer-programm = Profil der Stadt im Programm
angebot-vom = vom { $tag }
angebot-gezeichnet = gezeichnet von { $wer }
angebot-bis = bis { $tag }
angebot-entscheidung = { $wer }, { $tag }
heute-profil = { $angabe } im Profil für das Programm: Ihre Unterlagen sagen inzwischen etwas anderes
