"""The time that a number speaks of."""
