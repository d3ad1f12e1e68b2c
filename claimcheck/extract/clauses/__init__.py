"""How a sentence falls into clauses, and what stands where in them.

Where the order of words shows the subject (English), `predicates` is the way in: `wording` says
what each word is, `openings` where clauses open, and `order` holds what came of it. Where forms
show it (German), `agreement` is the way in; `standing` leaves out what cannot be a subject, and
`titles` what only says what a name behind it is; `conjunctions` tells those that look like
prepositions.

For both, `finite` tells what may be a clause's verb, `insertions` joins a clause again behind an
insertion, `rows` finds nouns in a row that a preposition leads, `coordinate` clauses that a number
opens, `ownclause` the verb that a date belongs to, and `stretches` what lies between two marks.
"""
