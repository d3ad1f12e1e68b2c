"""Scores and records as claims.

`results` reads those of matches, sets and votes, with the `records` of teams; `scorelines` are
results that are a line of their own, `innings` those of cricket.
"""
