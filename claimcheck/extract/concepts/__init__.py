"""What words mean that numbers can measure: the concepts of `data/measures.toml`.

`concept` holds their records, `wordindex` their words by dictionary form with their `meanings`,
which `wordbuild` works out beforehand. `completions` are verbs with what completes them, `phrases`
concepts of several words, `topics` what counts only in articles on something, `tolls` what people
suffer.

`lexicon` puts these together and finds concepts in a sentence; `hits` settles which of them hold,
`fitting` which quantities can be theirs. `keys` are the concepts that rules know by name.
"""
