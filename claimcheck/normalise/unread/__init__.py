"""Digits and number words that are no quantities.

`rules` is the way in, at a number and behind it. It asks `models` ("H100"), `references` (laws,
pages, houses) and `scores`; the three share `cues`, the words of a language, and `skipview`,
where they look. `placings` tells ranks from references, `codes` are addresses and telephone
numbers, `placenames` places in one word.
"""
