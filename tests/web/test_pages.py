import csv
import io

import openpyxl
import pytest
from fastapi.testclient import TestClient

from taizhang.web.words import catalogue
from tests.readings import TEXT, small_reading

PAGES = [
    "/",
    "/reports",
    "/reports/1",
    "/reports/1/review",
    "/targets",
    "/tasks",
    "/tasks/1",
    "/search?q=健身",
    "/style",
]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_page_answers_in_both_languages(client: TestClient, path: str, language: str) -> None:
    answer = client.get(path, params={"lang": language} if "?" not in path else None)
    assert answer.status_code == 200
    assert f'<html lang="{"zh-CN" if language == "zh" or "?" in path else "en"}"' in answer.text


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_also_json(client: TestClient, path: str) -> None:
    stem, _, query = path.partition("?")
    answer = client.get(f"{'/overview' if stem == '/' else stem}.json?{query}")
    assert answer.status_code == 200
    assert isinstance(answer.json(), dict)


@pytest.mark.parametrize("path", ["/", "/targets", "/tasks", "/reports"])
def test_an_empty_ledger_says_what_to_do(empty: TestClient, path: str) -> None:
    assert "上传" in empty.get(path).text


@pytest.mark.parametrize(
    "path", ["/reports/9", "/tasks/99", "/tasks/0", "/nowhere", "/tasks?report=9", "/tasks?report=x"]
)
def test_what_is_not_there_is_a_page_with_a_way_back(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert 'href="/"' in answer.text


def test_the_report_page_holds_the_whole_text_once(client: TestClient) -> None:
    from lxml import html

    article = html.fromstring(client.get("/reports/1").text).find(".//article")
    for number in article.findall(".//a[@class='task-mark']"):
        number.drop_tree()
    assert "".join(article.text_content().split()) == "".join(TEXT.split())


def test_a_clicked_figure_shows_its_record_without_a_script(client: TestClient) -> None:
    start = small_reading().figures[0].start
    text = client.get("/reports/1", params={"at": start}).text
    assert "1930000000000 元" in text
    assert "地区生产总值" in client.get("/reports/1/records", params={"at": start}).text


def test_filters_keep_what_they_name(client: TestClient) -> None:
    def numbers(**asked: str) -> list[int]:
        return [row["id"] for row in client.get("/tasks.json", params=asked).json()["tasks"]]

    assert numbers() == [1, 2]
    assert numbers(q="健身") == [1]
    assert numbers(q="健身 快速路") == []
    assert numbers(kind="milestone") == [2]
    assert numbers(kind="livelihood") == [1]
    assert numbers(unit="市交通运输局") == [2]
    assert numbers(area="加快城市建设") == [1, 2]
    assert numbers(area="别的") == []


def test_the_files_beside_the_page_have_its_filter(client: TestClient) -> None:
    book = openpyxl.load_workbook(io.BytesIO(client.get("/tasks.xlsx?kind=milestone").content))
    assert [cell.value for cell in book.worksheets[0]["C"]][2:] == ["南湖快速路建成通车。"]
    rows = list(csv.reader(io.StringIO(client.get("/tasks.csv?kind=milestone").content.decode("utf-8-sig"))))
    assert rows[1][2] == "南湖快速路建成通车。"
    assert len(rows) == 2


def test_targets_stand_beside_last_year(client: TestClient) -> None:
    assert "保持增长" in client.get("/targets").text
    assert client.get("/targets.xlsx").status_code == 200


def test_the_api_describes_itself_and_gives_the_tables(client: TestClient) -> None:
    assert "/api/v1/reports/{report_id}/{table}" in client.get("/api/v1/openapi.json").json()["paths"]
    assert [row["value"] for row in client.get("/api/v1/reports/1/figures").json()] == [1930000000000, 6, 200]
    assert client.get("/api/v1/reports/1/text?start=0&end=3").json()["text"] == TEXT[:3]
    assert client.get("/api/v1/reports/7").status_code == 404


def test_every_word_has_both_languages() -> None:
    for key, words in catalogue().items():
        assert all(words.values()), key


def test_the_language_is_remembered(client: TestClient) -> None:
    client.get("/?lang=en")
    assert 'lang="en"' in client.get("/").text
