"""A process that edits without end, and says each edit once the ledger acknowledged it. It is there to be killed.

python -m tests.ledger.busy_writer LEDGER WRITERS
"""

import sys
import threading

from taizhang.ledger import Ledger

SPOKEN = threading.Lock()


def write(ledger: Ledger, writer: int, step: int) -> None:
    """Count upwards in the remark of task `writer`."""
    count = int(ledger.task(writer).remark or 0)
    while True:
        count += step
        ledger.edit_task(writer, {"remark": str(count)}, f"writer {writer}")
        with SPOKEN:
            print(writer, count, flush=True)


def main() -> None:
    ledger = Ledger(sys.argv[1])
    for writer in range(1, int(sys.argv[2]) + 1):
        threading.Thread(target=write, args=(ledger, writer, 1)).start()


if __name__ == "__main__":
    main()
