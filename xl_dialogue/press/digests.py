"""Digests as BLAKE2b: which template, what a letter says, what its file holds.

Source: RFC 7693.
"""

from __future__ import annotations

try:  # as ``random`` does: hashlib loads OpenSSL, which takes as long as thirty letters
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b


def digest_of(*contents: bytes) -> str:
    """The digest of the contents, one behind the other, as 64 hexadecimal digits."""
    digest = blake2b(digest_size=32)
    for content in contents:
        digest.update(content)
    return digest.hexdigest()
