"""Zip archives that tell nothing of when and where they were made: the same files give the same bytes."""

from __future__ import annotations

import stat
import zipfile

FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can tell
UNIX = 3
ALREADY_PACKED = ".gz"


def member(name: str, mode: int = 0o644, packed: bool = True) -> zipfile.ZipInfo:
    """A file's entry, for ZipFile.writestr. Stored as it is (`packed=False`) it has the same bytes with every zlib."""
    info = zipfile.ZipInfo(name, FIRST_MOMENT)
    info.create_system, info.external_attr = UNIX, (stat.S_IFREG | mode) << 16
    info.compress_type = zipfile.ZIP_DEFLATED if packed and not name.endswith(ALREADY_PACKED) else zipfile.ZIP_STORED
    return info
