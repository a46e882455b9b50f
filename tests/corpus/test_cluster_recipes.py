"""The recipes for clusters: Kubernetes by its own schemas, SLURM by running its script with srun played by a shell."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import kubernetes_validate
import pytest
import yaml

from taizhang.corpus import InProcess, build
from tests.conftest import PROJECT
from tests.corpus.conftest import hashes, multiplied

RECIPES = PROJECT / "examples" / "cluster"
# Runs the command behind srun's own options as often as --ntasks says, at the same time, as SLURM does on its nodes.
SRUN = """#!/bin/sh
tasks=1
while :; do
  case "$1" in
    --ntasks=*) tasks=${1#--ntasks=}; shift ;;
    --exact) shift ;;
    *) break ;;
  esac
done
pids=
trap 'kill $pids 2>/dev/null' TERM EXIT
while [ "$tasks" -gt 0 ]; do
  "$@" &
  pids="$pids $!" tasks=$((tasks - 1))
done
wait
"""


def documents() -> list[dict[str, Any]]:
    return list(yaml.safe_load_all((RECIPES / "kubernetes.yaml").read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "document", documents(), ids=lambda document: f"{document['kind']} {document['metadata']['name']}"
)
def test_kubernetes_accepts_every_object(document: dict[str, Any]) -> None:
    for version in ("1.30", kubernetes_validate.latest_version()):
        kubernetes_validate.validate(document, version, strict=True)


def test_the_parts_in_kubernetes_find_one_another() -> None:
    of = {(document["kind"], document["metadata"]["name"]): document for document in documents()}
    service = of["Service", "taizhang-scheduler"]
    scheduler = of["Deployment", "taizhang-scheduler"]["spec"]["template"]
    assert service["spec"]["selector"] == scheduler["metadata"]["labels"]
    address = f"tcp://taizhang-scheduler:{service['spec']['ports'][0]['port']}"
    worker = of["Deployment", "taizhang-workers"]["spec"]["template"]["spec"]["containers"][0]
    job = of["Job", "taizhang-build"]["spec"]["template"]["spec"]["containers"][0]
    assert address in worker["command"]
    assert address in job["command"]
    assert len({scheduler["spec"]["containers"][0]["image"], worker["image"], job["image"]}) == 1


def test_the_commands_of_kubernetes_have_these_options() -> None:
    for document in documents():
        template = document["spec"].get("template")
        if template is None:
            continue
        command = template["spec"]["containers"][0]["command"]
        program = [word for word in command if not word.startswith("-")][: 3 if command[0] == "taizhang" else 2]
        executable = Path(sys.executable).with_name(program[0])
        help_text = subprocess.run(
            [str(executable), *program[1:], "--help"], capture_output=True, text=True, check=True
        )
        for option in (word for word in command if word.startswith("--")):
            assert re.search(rf"{option}\b", help_text.stdout), (program, option)


def test_the_slurm_script_builds_the_same_panel(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    srun = tmp_path / "bin" / "srun"
    srun.write_text(SRUN, encoding="utf-8")
    srun.chmod(0o755)
    (tmp_path / "in").mkdir()
    folder = multiplied(tmp_path / "in", 20)
    path = f"{srun.parent}:{Path(sys.executable).parent}:{os.environ['PATH']}"
    environment = os.environ | {"PATH": path, "SLURM_NTASKS": "3", "SLURM_JOB_ID": "7"}
    script = ["sh", str(RECIPES / "slurm.sh"), str(folder), str(tmp_path / "out" / "panel")]
    subprocess.run(script, env=environment, capture_output=True, text=True, check=True, timeout=300)
    build(folder, tmp_path / "calm", InProcess())
    assert hashes(tmp_path / "out" / "panel") == hashes(tmp_path / "calm")
    assert [entry.name for entry in (tmp_path / "out").iterdir()] == ["panel"], "the scheduler's file is taken away"
