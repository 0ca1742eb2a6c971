# What is wrong with what was typed, in any form.
eingabe-tag-unklar = Write the day like this: 2027-06-30.
eingabe-zu-lang = This is too long. Shorten it.
eingabe-betrag-unklar = Write the amount like this: 1,234.56. The cents stand after the point.
scan-zu-gross = The file is larger than 20 MB. Scan it with a lower resolution.
scan-falsche-art = This is no PDF, JPG or PNG. Take a file of that kind.
