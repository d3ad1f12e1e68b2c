"""The time that a number speaks of.

`period` is the way in; `bases` are dates that a number is only held against ("more than in
July"), `asof` those that figures were only read on. `carrying` takes dates on to the next
sentences. `misdated` notes dates that cannot be.
"""
