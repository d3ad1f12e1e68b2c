"""What a number measures.

`measure` is the way in. It asks first what says it outright: `joined` ("a 15-year
member"), `governor` ("ein Umsatz von"), `antecedents` (relative clauses), `answers` (questions),
`labels` (lists of figures), `compared` ("12 Prozent weniger Fahrten"), and for results `scores/`.
Else `nearness` ranks the concepts around by their `distances`; `others` and `shares` leave out
what belongs to another number, `heads` nouns of a phrase of which another word says more, `passing`
verbs that only pass by. Where no concept is near:
`plain` nouns and units, `counted` things, `pronouns`, and what is `carried` on from the number
before.

Then the measure is made closer: `narrowed`, `refined`. Dates and durations take another way:
`happenings/`. Shares in surveys do so too: `opinions`.
`unsaid` comes last, for a whole document: what no word near a number says.
"""
