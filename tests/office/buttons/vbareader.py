"""VBA as somebody else reads it: oletools, quiet about what it owes its own parser."""

from __future__ import annotations

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    from oletools.olevba import VBA_Parser, decompress_stream


def unpacked(container: bytes) -> bytes:
    return bytes(decompress_stream(bytearray(container)))


def modules_of(content: bytes, name: str = "vbaProject.bin") -> dict[str, str]:
    """Module -> its text, out of a project or of the workbook that holds one."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parser = VBA_Parser(name, data=content)
        try:
            found = list(parser.extract_macros())
        finally:
            parser.close()
    return {file.rpartition(".")[0]: code for _, _, file, code in found}
