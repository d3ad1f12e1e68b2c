"""How a number is said: level or change, bound, firmness, and by whom.

Each field of a claim has its module: `aspect` (level, change, share, rate, rank), `modality`
(done, planned, denied …), `speaker`, and `scope` (a part, a segment, before tax). `modality` asks
`conditions` whether all is only supposed, and `existing` whether it is so already. `bounds` comes
before them all: verbs and marks that make a number a bound.
"""
