"""The settings of a newsroom, and what the steps make of them.

`settings` finds and merges them and tells where each comes from; `values` reads each from TOML,
and `help` says what it is for. `globs` are path patterns. `own_units` reads numbers with a
newsroom's units, and `knowledge` turns the settings into what the steps take.
"""

from claimcheck.config.settings import Config, load

__all__ = ["Config", "load"]
