"""Every action that the ledger writes has its word on the pages."""

import re
from pathlib import Path

import taizhang.ledger
from taizhang.web.words import catalogue

SOURCE = Path(taizhang.ledger.__file__).parent
ACTION = re.compile(r'writing\(\w+, "(\w+)"(?: if \w+ else "(\w+)")?')


def test_every_action_has_its_word() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.glob("*.py"))
    actions = {action for found in ACTION.findall(text) for action in found if action} | {"comment", "sign"}
    assert len(actions) > 30
    assert {action for action in actions if f"event_{action}" not in catalogue()} == set()
