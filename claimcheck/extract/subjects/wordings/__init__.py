"""Wordings that show by themselves whose number it is.

Of a phrase: `partitive` ("three of Lobau's jets"), `possessed` ("Trumps Regierung"), `priced` ("die
Sorte Brent"), `located` ("fünf Tote am Klinikum"), `sized` ("der 39 Meter lange Kahn"),
`attributed` ("die 2007 verurteilte Lena Wenz"), `beside` ("Lobau (3 Prozent)").
Of a clause: `agents` ("built by Lobau"), `antecedent` ("300 Euro, die der Kreis zahlt"), `whose`
("Azure, dessen Erlöse"), `nationals` ("27 Tore warfen die Deutschen").
Of rows: `gapped` (numbers in a row with a place each), `respective` (with a name each before them).
`works` goes from a work to what is worked on.
"""
