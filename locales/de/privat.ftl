# Was in freiem Text sagen könnte, um wen es geht

privat-titel = Steht hier, um wen es geht?
privat-titel-oeffentlich = Das lesen alle. Steht hier, um wen es geht?
privat-arbeit = Gespeichert ist es. Wenn es um eine Person geht, die Schutz braucht, schreiben Sie es ohne Namen.
privat-vor-ort = Gespeichert ist es. Eine Beobachtung trägt auch ohne die Person: Was ist geschehen, wo, wie oft?
privat-gelesen = Gespeichert ist es. Diesen Text lesen andere als Sie; nehmen Sie heraus, was niemand wissen muss.
privat-oeffentlich = Gespeichert ist es. Nehmen Sie es heraus, bevor es jemand liest, der es nicht wissen darf.
person-name = „{ $text }“ sieht aus wie ein Name.
person-geburtstag = „{ $text }“ sieht aus wie ein Geburtstag.
person-aktenzeichen = „{ $text }“ sieht aus wie ein Aktenzeichen.
person-telefon = „{ $text }“ sieht aus wie eine Telefonnummer.
person-mail = „{ $text }“ ist eine E-Mail-Adresse.
