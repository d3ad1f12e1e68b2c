"""Holds news articles against each other: where they agree and where they contradict."""
