"""Words by themselves: dictionary forms, kinds, cues, and what a document makes of them.

`morphology` inflects and splits words, by the `stems` of verbs; `lemma` makes dictionary forms of
that, and `remembered` keeps what was worked out. Data, ready to be asked: `grammar` (small words),
`cues` (words that tell how a number is said), `genders`, `cases`, `person_names`, and `things`
(nouns that share a key in both languages). In a sentence, `verbs` finds what happens, and `parts`
says what each word is; `usage` says which capitalised words of a document are names.
"""
