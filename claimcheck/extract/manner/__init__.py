"""How a number is said: level or change, bound, firmness, and by whom."""
