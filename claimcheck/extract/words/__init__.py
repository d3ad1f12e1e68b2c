"""Words by themselves: dictionary forms, kinds, cues, and what a document makes of them."""
