"""Which findings count, and how much.

`policy` sets other levels and takes out what a newsroom has dealt with: by comments in drafts
(`suppress`), by a file of known findings (`baseline`), or because only `changed` lines matter.
"""
