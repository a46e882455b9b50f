"""The process that parses one document: `python -m taizhang.reading.worker NAME`, bytes in, JSON out.

With the number of a page behind the name it draws that page: bytes in, PNG out. It bounds its own memory and time,
so that a hostile file can harm nobody but itself.
"""

from __future__ import annotations

import sys

from taizhang.reading import deadline
from taizhang.reading.errors import UnreadableDocument
from taizhang.reading.formats import read_document
from taizhang.reading.limits import LIMITS
from taizhang.reading.page_picture import draw_page
from taizhang.reading.wire import to_wire

UNREADABLE = 3  # exit code where the document is at fault; the message stands on stdout


def bound() -> None:
    """Bound the memory and the time of this process, and let it leave no core file behind."""
    deadline.start(LIMITS.seconds)
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (LIMITS.memory, LIMITS.memory))


def main() -> int:
    """Read the document on stdin, or draw a page of it."""
    name, *page = sys.argv[1:]
    bound()
    try:
        data = sys.stdin.buffer.read(LIMITS.bytes + 1)
        answer, code = draw_page(data, name, int(page[0])) if page else to_wire(read_document(data, name)), 0
    except UnreadableDocument as error:
        answer, code = str(error).encode(), UNREADABLE
    except (MemoryError, RecursionError):
        answer, code = f"{name}: reading it takes too much memory. Cut out the report itself.".encode(), UNREADABLE
    except Exception as error:  # whatever a parser trips over, the file is what it tripped over
        answer, code = f"{name}: the file is damaged ({type(error).__name__}). Save it again.".encode(), UNREADABLE
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    return code


if __name__ == "__main__":
    sys.exit(main())
