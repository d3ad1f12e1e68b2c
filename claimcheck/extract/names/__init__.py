"""Names and nouns that numbers can belong to, and who a document is about.

In each sentence `finder` finds names and `nouns` what has none. `finder` asks `known` (names
that are data), `nations` (countries by adjectives and people) and `datelines`. From all sentences
`cast` reads who an article speaks of: `actors` come most, `called` and `titled` are what it
calls them. `compound_names` takes a name out of the word for a measure ("die Novarion-Aktie").
`versions` says which version of a product a number is of, by those that `version_names` reads.
"""
