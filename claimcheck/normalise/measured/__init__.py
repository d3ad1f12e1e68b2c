"""Units of measure and money.

`units` knows names, factors and conversion, `moneywords` the words and signs of money. Behind a
number are read `symbols` (with `unitsigns`, such as "m s⁻²", and `degrees`), `compounds` in two
parts ("2 h 30 min"), and `noununits`, which stand as counted nouns do. `points` tells
percentage points from those of an index.
"""
