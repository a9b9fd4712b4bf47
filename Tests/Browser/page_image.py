"""Draws the image of a page where a test needs one: white paper with a grey edge, as PNG.

    page_image.py FILE.png
"""

import pathlib
import struct
import sys
import zlib

WIDTH, HEIGHT, EDGE = 165, 234, 4


def grey(x, y):
    return 200 if min(x, y, WIDTH - 1 - x, HEIGHT - 1 - y) < EDGE else 255


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


rows = b"".join(b"\0" + bytes(grey(x, y) for x in range(WIDTH)) for y in range(HEIGHT))
pathlib.Path(sys.argv[1]).write_bytes(
    b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 0, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))
