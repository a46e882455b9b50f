"""Who reads the buckets: this process, all cores, or an existing Dask cluster."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Protocol

from taizhang.corpus.bucket import Bucket, BucketTables, read_bucket

# Workers that may die in a row, without one bucket read between them, before the build gives up.
MAX_LOSSES = 5
# Buckets under way per worker: enough to keep it busy, few enough to keep memory flat.
AHEAD = 2


class Engine(Protocol):
    """Reads buckets in any order; results come as they are ready."""

    def run(self, buckets: Iterator[Bucket]) -> Iterator[BucketTables]:
        """Read every bucket once."""


class InProcess:
    """One after the other, in this process."""

    def run(self, buckets: Iterator[Bucket]) -> Iterator[BucketTables]:
        """Read every bucket once, in order."""
        return map(read_bucket, buckets)


class WorkerLostError(RuntimeError):
    """Workers die one after the other; the message names the documents they were reading."""


class Cores:
    """Worker processes on this machine; one that dies is replaced and its buckets are read again."""

    def __init__(self, workers: int) -> None:
        if workers < 1:
            raise ValueError(f"{workers} workers: at least one is needed")
        self.workers = workers

    def run(self, buckets: Iterator[Bucket]) -> Iterator[BucketTables]:
        """Read every bucket once; raises `WorkerLostError` after five deaths with nothing read between."""
        source = iter(buckets)
        again: deque[Bucket] = deque()
        losses = 0
        while True:
            context = multiprocessing.get_context("forkserver")
            pool = ProcessPoolExecutor(self.workers, mp_context=context, initializer=end_with_parent)
            running: dict[Future[BucketTables], Bucket] = {}
            try:
                while True:
                    while len(running) < self.workers * AHEAD:
                        bucket = again.popleft() if again else next(source, None)
                        if bucket is None:
                            break
                        running[pool.submit(read_bucket, bucket)] = bucket
                    if not running:
                        return
                    for future in wait(running, return_when=FIRST_COMPLETED).done:
                        result = future.result()
                        losses = 0
                        del running[future]
                        yield result
            except BrokenProcessPool as error:
                losses += 1
                if losses >= MAX_LOSSES:
                    names = first_documents(running.values())
                    raise WorkerLostError(
                        f"{losses} workers died in a row; last over the buckets of {names}"
                    ) from error
                again.extend(running.values())
            finally:
                pool.shutdown(wait=False, cancel_futures=True)


def end_with_parent() -> None:
    """End this worker when the build ends that started it, however it ends: a killed build leaves no process behind."""

    def watch() -> None:
        parent = multiprocessing.parent_process()
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def first_documents(buckets: Iterable[Bucket]) -> str:
    """The name of the first document of each bucket."""
    return ", ".join(source.name for bucket in buckets for source, _ in bucket.documents[:1])


class Cluster:
    """An existing Dask cluster at `address`: tcp://…, or the scheduler's file, NAME.json.

    Needs no shared disk: documents travel with the work.
    """

    def __init__(self, address: str) -> None:
        self.address = address

    def run(self, buckets: Iterator[Bucket]) -> Iterator[BucketTables]:
        """Read every bucket once; the work of a lost worker is given to another.

        Raises `OSError` where no scheduler answers at the address, and `WorkerLostError` after five buckets in a row
        that Dask gave up because worker after worker died over them.
        """
        from distributed import Client, as_completed
        from distributed.scheduler import KilledWorker

        at = {"scheduler_file": self.address} if self.address.endswith(".json") else {"address": self.address}
        with Client(**at, timeout="60s", set_as_default=False) as client:
            client.wait_for_workers(1, timeout="10m")
            workers = max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
            running: dict[Any, Bucket] = {}
            losses = 0

            def submit(bucket: Bucket) -> Any:
                # A bucket is a pure function of its documents, so losing a worker costs time and nothing else.
                future = client.submit(read_bucket, bucket, key=f"bucket-{bucket.signature}-{losses}", pure=False)
                running[future] = bucket
                return future

            first = [submit(bucket) for bucket in itertools.islice(buckets, workers * AHEAD)]
            done = as_completed(first, loop=client.loop)
            for future in done:
                bucket = running.pop(future)
                try:
                    result = future.result()
                except KilledWorker as error:
                    losses += 1
                    if losses >= MAX_LOSSES:
                        names = first_documents([bucket])
                        raise WorkerLostError(
                            f"{losses} workers died in a row; last over the bucket of {names}"
                        ) from error
                    done.add(submit(bucket))
                    continue
                losses = 0
                yield result
                future.release()
                following = next(buckets, None)
                if following is not None:
                    done.add(submit(following))
