"""What dates and durations measure: what happens then, and what lasts so long.

`happening` is the way in for dates. It asks `lightverbs` ("a vote will be held"), `spells` ("has
sailed since March") and `overruled`, where the noun gives way to the verb. `lasting` is that for
durations, with the words in `lastingwords`, and `lapses` tells what had not been for so long.
"""
