"""What a number measures.

The knowledge: `concepts` holds the records of `data/measures.toml`, `wordindex` their words by
dictionary form with their `meanings`, which `wordbuild` works out beforehand. `completions` are
verbs with what completes them, `phrases` concepts of several words, `topics` what counts only in
articles on something, `tolls` what people suffer.
`lexicon` puts these together and finds concepts in a sentence; `hits` settles which of them hold,
`fitting` which quantities can be theirs. `keys` are the concepts that rules know by name.

The decision: `measure` is the way in. It asks first what says it outright: `joined` ("a 15-year
member"), `governor` ("ein Umsatz von"), `antecedents` (relative clauses), `answers` (questions),
`labels` (lists of figures), `compared` ("12 Prozent weniger Fahrten"), `lapses` ("their first win
in seven games"), and `results` for scores, with `records` of teams and `scorelines`;
`innings` are those of cricket.
Else `nearness` ranks the concepts around by their `distances`; `others` and `shares` leave out
what belongs to another number, `heads` nouns of a phrase of which another word says more, `passing`
verbs that only pass by. Where no concept is near:
`plain` nouns and units, `counted` things, `pronouns`, and what is `carried` on from the number
before.

Then the measure is made closer: `narrowed`, `refined`, and for durations `lasting`, with the words
in `lastingwords`. Dates take another way: `happening`, which asks `lightverbs`, `spells` and
`overruled`. Shares in surveys do so too: `opinions`.
`unsaid` comes last, for a whole document: what no word near a number says.
"""
