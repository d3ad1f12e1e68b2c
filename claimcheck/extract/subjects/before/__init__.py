"""What sentences before leave for a number whose own sentence does not say whose it is.

`passed` says what a sentence hands on, `focus` holds it. `carried_names` makes options of it,
`countries` those of nations that are only told of. `bodies` tells which company "the company" is,
`somebody` who "the 35-year-old", and `referents` what a pronoun can stand for.
"""
