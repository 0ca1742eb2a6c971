# What in free text may say who it is about

privat-titel = Does it say who it is about?
privat-titel-oeffentlich = Everybody reads this. Does it say who it is about?
privat-arbeit = It is saved. If it is about a person who needs protection, write it without the name.
privat-vor-ort = It is saved. An observation holds without the person too: what happened, where, how often?
privat-gelesen = It is saved. Others than you read this text; take out what nobody needs to know.
privat-oeffentlich = It is saved. Take it out before somebody reads it who may not know it.
person-name = “{ $text }” looks like a name.
person-geburtstag = “{ $text }” looks like a date of birth.
person-aktenzeichen = “{ $text }” looks like a case number.
person-telefon = “{ $text }” looks like a telephone number.
person-mail = “{ $text }” is an e-mail address.
