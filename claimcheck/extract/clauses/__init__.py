"""How a sentence falls into clauses, and what stands where in them."""
