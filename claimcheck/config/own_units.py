"""Reads numbers with the units and counted things of a newsroom."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from claimcheck.config.settings import Config
from claimcheck.errors import ConfigError
from claimcheck.normalise.measured import units


@contextmanager
def reading(config: Config) -> Iterator[None]:
    """Read the `units` and `synonyms` of the settings as well, inside the `with` block.

    Raises `ConfigError` for a unit that pint cannot read.
    """
    counts = tuple((word, key) for key, words in config.synonyms.items() for word in words)
    try:
        for definition in config.units:
            units.define(definition)
    except ValueError as error:
        raise ConfigError(
            f"units: {error}",
            place=config.origin("units"),
            hint='e.g. units = ["football_pitch = 7140 * meter ** 2"]',
        ) from None
    with units.using(config.units, counts):
        yield
