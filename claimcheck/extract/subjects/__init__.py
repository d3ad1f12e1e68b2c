"""Whose number it is.

`subject` is the way in. A number comes as `asked`, with what is known where it stands. Some
`wordings/` show it by themselves. Where a clause shows its subject, `shown` finds it, by what
`owners` (order of words) have `ruled` or `acted` (forms of words), the noun `phrases` and their
`belongings`. Else all that may be it become `options`, and `traits` say what speaks for and against
each; the weights are in `data/subjects.toml`. `unfit` leaves out what never owns a number.

Cases apart: `ages`, `polled` (what a survey asked about), `asides` (who only speaks), `sources`
(who says so or asked others), `tallied` (what others count), `enforced` (what others impose or
take) and `struck` (where the dead are that nobody owns).

What sentences before leave is in `before/`.
"""
