"""What stands around a number and makes it a quantity.

`quantity` is the way in: its `Reader` makes a `draft` of a number, which all change in place. The
reader grows by inheritance, each class reads one thing more: `counted` (what it counts, with the
ages of `ages`, `lives` and `decades`), `following` (unit, money, suffix), `ranges` (the other end),
`brackets`, `sums` (money before the number), `rates`, `around` (sign, hedge), ordinals, `articles`
(where "a" counts). `hints` tells which rules need not be asked beside a word. `nouns` finds what is
counted, `ensembles` tells people from bands, `agewords` and `firstnames` are data.

When all drafts of a text are there, `relations` joins from, by and to, and `sharing` lends what is
written once, with `lending` for units. `finish` makes quantities; `hedges` makes the interval.
"""
