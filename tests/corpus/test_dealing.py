"""Buckets by the hash of names: a function of the names alone, and new names leave most buckets alone."""

from taizhang.corpus.dealing import CAPACITY, deal
from taizhang.corpus.sources import Source


def dealt(count: int) -> dict[str, list[str]]:
    sources = [Source(name=f"{number}.txt", file="") for number in range(count)]
    return {name: [source.name for source in held] for name, held in deal(sources)}


def test_every_document_lies_in_one_bucket_and_none_is_overfull() -> None:
    buckets = dealt(1000)
    held = [name for names in buckets.values() for name in names]
    assert sorted(held) == sorted(f"{number}.txt" for number in range(1000))
    assert max(map(len, buckets.values())) <= CAPACITY


def test_the_order_in_which_documents_come_does_not_matter() -> None:
    sources = [Source(name=f"{number}.txt", file="") for number in range(500)]
    assert list(deal(sources)) == list(deal(reversed(sources)))


def test_few_documents_are_one_bucket() -> None:
    assert list(dealt(CAPACITY)) == ["b"]
    assert dealt(0) == {}


def test_new_documents_leave_most_buckets_as_they_were() -> None:
    before, after = dealt(2000), dealt(2020)
    same = [name for name, held in before.items() if after.get(name) == held]
    assert len(same) >= len(before) / 2
