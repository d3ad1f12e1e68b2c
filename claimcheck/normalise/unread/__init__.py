"""Digits and number words that are no quantities."""
