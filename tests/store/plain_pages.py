"""The pages of an encrypted store as they are inside, free ones and old ones in the log included.

SQLCipher 4 with a raw key: AES-256-CBC, the page's last 80 bytes are its IV (16) and its seal (64),
the first page begins with the salt in clear. A log (WAL) has a header of 32 bytes, and 24 before
each page.
"""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, IV, SALT = 4096, 80, 16, 16
LOG_HEAD, FRAME_HEAD = 32, 24


def inside(path, key):
    """Everything that the file and its log hold, decrypted and in one piece."""
    return b"".join([*_store(Path(path), key), *_log(Path(f"{path}-wal"), key)])


def _store(path, key):
    whole = path.read_bytes()
    for start in range(0, len(whole), PAGE):
        yield _page(whole[start : start + PAGE], key, first=start == 0)


def _log(path, key):
    whole = path.read_bytes() if path.exists() else b""
    for start in range(LOG_HEAD, len(whole), FRAME_HEAD + PAGE):
        page = whole[start + FRAME_HEAD : start + FRAME_HEAD + PAGE]
        if len(page) == PAGE:
            # The number of the page decides whether it begins with the salt.
            first = int.from_bytes(whole[start : start + 4], "big") == 1
            yield _page(page, key, first=first)


def _page(page, key, *, first):
    if not any(page):
        return page
    begin = SALT if first else 0
    end = PAGE - RESERVED
    decryptor = Cipher(algorithms.AES(key), modes.CBC(page[end : end + IV])).decryptor()
    return decryptor.update(page[begin:end]) + decryptor.finalize()
