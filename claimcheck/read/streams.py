"""Unpacks `.gz` and `.zst` as they are read, so that memory stays bounded."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from claimcheck.errors import InputError
from claimcheck.read.extras import need

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

PACKED = (".gz", ".zst")
SIGNS = {b"\x1f\x8b": ".gz", b"\x28\xb5\x2f\xfd": ".zst"}
"""The first bytes of a packed file, and the suffix that it should have."""

_PACKED_PIECE = 2048
"""Bytes that are unpacked at a time: not much, as each can become tens of thousands."""

_LARGEST_WINDOW = 2**27
"""Bytes that unpacking may hold; `zstd --long=27` and all usual levels need no more."""


def unpacked_name(name: str) -> str:
    """Return a file name without the suffix of its packing: "a.jsonl.gz" is "a.jsonl"."""
    suffix = next((end for end in PACKED if name.lower().endswith(end)), "")
    return name[: len(name) - len(suffix)]


def plain(raw: BinaryIO, name: str, place: str) -> BinaryIO:
    """Return the content of `raw`, a file called `name`, unpacked as it is read.

    Reading from it raises `InputError` where the file is broken or cut off.
    """
    lowered = name.lower()
    if lowered.endswith(".gz"):
        import gzip

        return _guarded(gzip.GzipFile(fileobj=raw), place)
    if lowered.endswith(".zst"):
        zstandard = need("zstandard", extra="zst", place=place)
        unpacker = zstandard.ZstdDecompressor(max_window_size=_LARGEST_WINDOW)
        return _guarded(_Frames(raw, unpacker.decompressobj), place)
    return raw


def _guarded(packed: object, place: str) -> BinaryIO:
    return cast(BinaryIO, io.BufferedReader(_Guarded(cast(BinaryIO, packed), place), 65536))


class _Frames:
    """Unpacks Zstandard, frame by frame; unlike the library's reader it sees a missing end."""

    def __init__(self, raw: BinaryIO, start: Callable[[], Any]) -> None:
        self._raw = raw
        self._start = start
        self._frame: Any = None
        self._left = memoryview(b"")

    def read(self, size: int) -> bytes:
        while not self._left:
            packed = self._raw.read(_PACKED_PIECE)
            if not packed and self._frame is not None:
                raise EOFError
            if not packed:
                break
            self._left = memoryview(self._unpacked(packed))
        data, self._left = bytes(self._left[:size]), self._left[size:]
        return data

    def _unpacked(self, packed: bytes) -> bytes:
        pieces = []
        while packed:
            frame = self._frame or self._start()
            pieces.append(frame.decompress(packed))
            self._frame, packed = (None, frame.unused_data) if frame.eof else (frame, b"")
        return b"".join(pieces)


class _Guarded(io.RawIOBase):
    """Turns the errors of unpacking, which differ from library to library, into one."""

    def __init__(self, packed: BinaryIO, place: str) -> None:
        super().__init__()
        self._packed = packed
        self._place = place
        self._got = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        try:
            data = self._packed.read(len(view))
        except MemoryError:
            raise
        except Exception as error:
            raise self._broken(error) from None
        view[: len(data)] = data
        self._got = self._got or bool(data)
        return len(data)

    def _broken(self, error: Exception) -> InputError:
        text = str(error)
        if "memory" in text.lower() or "window" in text.lower():
            what, hint = "is packed with a window of more than 128 MB", "pack it with less --long"
        elif isinstance(error, EOFError):
            what, hint = "is packed and ends in the middle", "fetch it again: it is cut off"
        elif self._got:
            what, hint = "is packed and damaged in the middle", "fetch or pack it again"
        else:
            what, hint = "is not packed as its name says", "give it the suffix that it should have"
        return InputError(what, place=self._place, hint=hint)
