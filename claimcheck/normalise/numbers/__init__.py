"""Numbers in digits and in words.

`cardinals` is the way in, and grows by inheritance from `digits` over `spelled` (words over several
tokens) to `fractions`. Digits are read in the `style` of a language or document; `decimals` has
the arithmetic. What a single word says is an `anchor`; the `numerals` of a language find it, and
read it with `words`. `ordinals` and `shares` ("neun von zehn") are numbers of their own kind.
"""
