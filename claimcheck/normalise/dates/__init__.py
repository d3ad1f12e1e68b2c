"""Dates and periods.

`finder` is the way in: `datewords` are the words of a language and `senses` what each names;
`triggers` finds them in a text, and each kind has a reader, which makes a Reading (`reading`) with
the arithmetic of `calendar`:

- days: `days`, `digitdays`, `weekdays`, `holidays`, and `leftover` for rare forms
- years and what is longer: `years` (no counts in `lists`), `fullyears`, `yearwords`, `eras`
- parts of years: `numbered` ("Q2"), `seasons`, and `portion` ("the first half of")
- counted or told from elsewhere: `periods` ("last year"), `distance` ("in two weeks") by its
  `counts`, `retold` ("a year earlier")

`leaning` tells whether a verb looks back or ahead, `small` spells dates as texts without capitals
do. When all are read, `joins` puts together what stands together, `weekends` among it, by
`years_shared` where only one has a year; `elided` lends units, and `opened` opens dates to one
side ("seit 2019").
"""
