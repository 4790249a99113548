"""The page of `govtargets find --format html` in a real browser."""

from collections.abc import Iterator

import pytest
from tests.browser.chromium import Page, opened

from govtargets import zh
from govtargets.zh._page import page

TEXT = (
    "地区生产总值增长6.5%左右，粮食产量稳定在200万吨以上；居民收入与经济增长同步。\n"
    "专项资金由8000万元增加到1亿元 <b>& 不足</b>。"
)


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    folder = tmp_path_factory.mktemp("page")
    file = folder / "page.html"
    file.write_text(page([("报告.txt", TEXT, zh.find(TEXT))]), encoding="utf-8")
    with opened(file, folder / "profile") as one:
        yield one


def display(shown: Page, number: int) -> str:
    style = f"getComputedStyle(document.querySelectorAll('.tip')[{number}]).display"
    return str(shown.value(style))


def test_the_text_is_shown_whole(shown: Page) -> None:
    assert shown.value("document.querySelector('.text').innerText") == TEXT
    assert shown.value("document.title") == "报告.txt"


def test_every_figure_is_marked(shown: Page) -> None:
    marked = shown.value(
        "Array.from(document.querySelectorAll('mark')).map(mark => mark.firstChild.data)"
    )
    assert marked == [mention.text for mention in zh.find(TEXT)]


def test_hovering_shows_the_reading_and_leaving_hides_it(shown: Page) -> None:
    assert display(shown, 0) == "none"
    shown.hover("mark")
    assert display(shown, 0) == "block"
    tip = str(shown.value("document.querySelector('.tip').innerText"))
    assert "6.5%左右" in tip
    assert "growth" in tip
    assert "地区生产总值" in tip
    shown.hover("h1")
    assert display(shown, 0) == "none"


def test_the_keyboard_shows_it_too(shown: Page) -> None:
    shown.value("document.querySelectorAll('mark')[1].focus()")
    assert display(shown, 1) == "block"
    assert "at_least" in str(shown.value("document.querySelectorAll('.tip')[1].innerText"))
    shown.value("document.activeElement.blur()")


def test_a_reading_stays_inside_the_window(shown: Page) -> None:
    count = shown.value("document.querySelectorAll('mark').length")
    for number in range(count):
        shown.value(f"document.querySelectorAll('mark')[{number}].focus()")
        box = f"document.querySelectorAll('.tip')[{number}].getBoundingClientRect()"
        assert shown.value(f"{box}.left") >= 0
        assert shown.value(f"{box}.right <= document.documentElement.clientWidth")


def test_the_page_asks_nothing_of_the_network(shown: Page) -> None:
    assert shown.value("performance.getEntriesByType('resource').length") == 0
