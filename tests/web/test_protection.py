import io
import zipfile
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.web.forms import form_token

EXAMPLE = Path(__file__).parents[2] / "examples" / "suzhou" / "report.md"


def upload(client: TestClient, content: bytes, name: str = "r.txt", **headers: str) -> tuple[int, str]:
    sent = {"form_token": form_token(client, "/reports")}
    files = {"file": (name, content)}
    answer = client.post("/reports", data=sent, files=files, headers=headers, follow_redirects=False)
    return answer.status_code, answer.text


def count(client: TestClient) -> int:
    return len(client.get("/api/v1/reports").json())


@pytest.mark.parametrize(
    "content",
    [b"", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "从前有座山，山里有座庙。".encode() * 200],
    ids=["empty", "photo", "novel"],
)
def test_a_hostile_upload_is_refused_and_leaves_the_ledger(client: TestClient, content: bytes) -> None:
    before = count(client)
    status, text = upload(client, content)
    assert status == 422
    assert "台账没有改动" in text
    assert count(client) == before


def archive_of(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, content in files.items():
            file.writestr(name, content)
    return made.getvalue()


def test_an_archive_brings_its_reports_and_says_what_it_left(empty: TestClient) -> None:
    report = EXAMPLE.read_bytes()
    files = {"2020/苏州市.md": report, "__MACOSX/x": b"", "novel.txt": "从前有座山。".encode(), "empty.docx": b""}
    status, text = upload(empty, archive_of(files), "reports.zip")
    assert status == 200
    assert "收入报告份数：1" in text
    assert "novel.txt" in text
    assert "empty.docx" in text
    assert "__MACOSX" not in text
    assert count(empty) == 1


def test_an_archive_of_too_many_files_is_refused(client: TestClient) -> None:
    before = count(client)
    status, text = upload(client, archive_of({f"{number}.txt": b"x" for number in range(201)}), "many.zip")
    assert (status, count(client)) == (422, before)
    assert "at most 200" in text


def test_a_damaged_archive_is_refused(client: TestClient) -> None:
    assert upload(client, archive_of({"a.txt": b"x" * 99})[:60], "half.zip")[0] == 422


def test_a_file_name_is_shown_as_text(client: TestClient) -> None:
    assert "<script>" not in upload(client, b"", "<script>alert(1)</script>.txt")[1].split("</head>")[1]


def test_a_change_from_another_site_is_refused(client: TestClient) -> None:
    assert upload(client, b"x", **{"sec-fetch-site": "cross-site"})[0] == 403
    assert upload(client, b"x", origin="http://evil.example")[0] == 403


def test_a_form_without_its_token_is_refused(client: TestClient) -> None:
    assert client.post("/reports", files={"file": ("r.txt", b"x")}).status_code == 403
    assert client.post("/reports", data={"form_token": "0" * 64}, files={"file": ("r.txt", b"x")}).status_code == 403


def test_a_body_too_large_or_of_unknown_size_is_refused(client: TestClient) -> None:
    assert client.post("/reports", content=b"x", headers={"content-length": str(33 * 2**20)}).status_code == 413
    assert client.post("/reports", content=iter([b"x"])).status_code == 413


def test_every_answer_forbids_foreign_scripts(client: TestClient) -> None:
    for path in ("/", "/nowhere", "/static/taizhang.css", "/api/v1/reports"):
        policy = client.get(path).headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_pages_load_nothing_from_elsewhere(client: TestClient) -> None:
    for path in ("/", "/reports/1", "/tasks"):
        assert "http://" not in client.get(path).text
        assert "https://" not in client.get(path).text
