"""Whose number it is.

`subject` is the way in. A number comes as `asked`, with what is known where it stands. Where a
clause shows its subject, `shown` finds it, by what `owners` (order of words) have `ruled` or
`acted` (forms of words), the noun `phrases` and their `belongings`. Else all that may be it become
`options`, and `traits` say what speaks for and against each; the weights are in
`data/subjects.toml`. `unfit` leaves out what never owns a number. Cases apart: `ages`, `somebody`
("the 35-year-old"), `partitive` ("three of Lobau's jets"), `possessed` ("Trumps Regierung"),
`priced` ("die Sorte Brent"), `gapped` (numbers in a row with a place each), `located` ("fünf Tote
am Klinikum"), `respective` (numbers with a name each before them), `agents` ("built by Lobau"),
`sized` ("der 39 Meter lange Kahn"), `attributed` ("die 2007 verurteilte Lena Wenz"), `antecedent`
("300 Euro, die der Kreis zahlt"), `beside` ("Lobau (3 Prozent)"), `whose` ("Azure, dessen Erlöse"),
`polled` (what a survey asked about), `asides` (who only speaks), `sources` (who says so or asked
others), `tallied` (what others count), `enforced` (what others impose or take), `struck` (where the
dead are that nobody owns) and `nationals` ("27 Tore warfen die Deutschen").
`works` goes from a work to what is worked on.

What sentences before leave: `passed` says what a sentence hands on, `focus` holds it,
`carried_names` makes options of it, `countries` those of nations that are only told of, `bodies`
tells which company "the company" is, and `referents` what a pronoun can stand for.
"""
