"""The pages in a real browser, Debian's Chromium: accessible, readable on a phone, asking nothing of anyone else."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from iml_graph.labels import LANGUAGES

CHROMIUM = Path(os.environ.get("CHROMIUM") or "/usr/bin/chromium")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDTHS = (1280, 390)
STATES = (
    "/instruments?text=zzzz",
    "/party/FRA/rights?what-if=icrmw&on=2026-02-03",
    "/party/SEN/rights?holder=migrant-workers&show=gaps&on=2026-02-03",
    "/party/FRA/rights/family-unity?on=2026-02-03",
    "/party/SEN/rights/right-to-life?on=2026-02-03",
    "/party/SEN/adds/icrmw?weights=equal&on=2026-02-03",
    "/party/SEN/road/icrmw?on=2026-02-03",
    "/party/SEN/history?since=1990-01-01&on=2026-02-03",
    "/compare",
    "/compare?parties=SEN,FRA&by=instrument&sort=FRA&on=2026-02-03",
    "/matrix",
    "/matrix?group=SEN,FRA,NLD,CIV,TTO,IRQ,PSE,RUS&by=instrument&sort=most&on=2026-02-03",
    "/corridor",
    "/bilateral?party=SEN",
    "/decisions?respondent=FRA&page=2",
    "/instrument/icrmw/provisions?role=procedure",
    "/instrument/iccpr/art/27",
    "/vocabulary/holders/seafarers",
    "/vocabulary/rights/right-to-life?holder=migrant-workers",
    "/organization/union?on=1990-01-01",
    "/organization/iom",
    "/organization/institute",
    "/process/forum",
    "/course/bare",
    "/party/NLD?on=2026-01-31",
    "/coverage?force=non-binding",
    "/about?lang=fr",
    "/party/TTO?on=2026-02-03",
    "/party/SEN?on=2026-02-04&lang=es",
    "/instrument/icrmw?lang=fr",
    "/instrument/iccpr-op1",
    "/sparql?query=SELECT%20*%20WHERE%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D%20LIMIT%205",
)
"""Pages in other languages, on other days, with an answer: what the list of all pages does not show."""
NO_PAGE = "/party/Senegall"


def in_language(address: str, lang: str) -> str:
    """Ask for a page in a language, unless its address names one already."""
    return address if "lang=" in address else f"{address}{'&' if '?' in address else '?'}lang={lang}"


@pytest.fixture(scope="module")
def site(app: Flask) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()  # unlike closing the sockets of a running loop, this waits for the loop to end
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        pytest.fail(f"{CHROMIUM} is not there. Install it: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(params=WIDTHS)
def page(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    page = browser.new_page(base_url=site, viewport={"width": request.param, "height": 844})
    yield page
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_no_page_is_wider_than_the_screen(
    page: Page, pages: tuple[str, ...], scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    turn = 2 * (page.viewport_size["width"] == WIDTHS[0]) + (scheme == "dark")  # type: ignore[index]
    found: dict[str, object] = {}
    for place, address in enumerate((*pages, *STATES, NO_PAGE)):
        page.goto(in_language(address, LANGUAGES[(place + turn) % 3]))  # over the four turns, each page in all three
        if violations := Axe().run(page).response["violations"]:
            found[address] = [(each["id"], [node["html"] for node in each["nodes"][:3]]) for each in violations]
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > page.viewport_size["width"]:  # type: ignore[index]
            found[f"{address} is wide"] = width
    assert found == {}


def test_no_page_asks_anything_of_another_site_or_fails_to_load_its_own_files(
    page: Page, pages: tuple[str, ...], site: str
) -> None:
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: failed.append(response.url) if response.status >= 500 else None)
    page.on("console", lambda message: failed.append(message.text) if message.type == "error" else None)
    visited = (*pages, *STATES)
    for address in visited:
        page.goto(address)
    assert len(asked) > len(visited)
    assert [url for url in asked if not url.startswith(f"{site}/")] == []
    assert failed == []


def test_the_first_tab_reaches_the_skip_link_and_it_leads_to_the_content(page: Page) -> None:
    page.goto("/party/SEN")
    page.keyboard.press("Tab")
    link = page.locator("a.skip")
    assert link.evaluate("each => each === document.activeElement")
    assert link.bounding_box()["y"] >= 0  # type: ignore[index]
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_keyboard_focus_can_be_seen_everywhere(page: Page) -> None:
    page.goto("/party/SEN?on=2026-02-03")
    for _ in range(30):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "(style => [style.outlineStyle, parseFloat(style.outlineWidth)])(getComputedStyle(document.activeElement))"
        )
        assert style[0] != "none", page.evaluate("document.activeElement.outerHTML")
        assert style[1] >= 2


@pytest.fixture
def plain(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site, java_script_enabled=False, locale="en-GB")
    yield context.new_page()
    context.close()


def test_a_visitor_without_scripts_searches_reads_changes_the_day_and_the_language(plain: Page) -> None:
    plain.goto("/")
    plain.fill("#q", "trinite")
    plain.click("form.big-search button")
    plain.click("main .results a")
    assert plain.locator("h1").inner_text() == "Trinidad and Tobago"
    plain.fill("#on", "1990-01-01")
    plain.click("form.as-of button")
    assert plain.url.endswith("/party/TTO?on=1990-01-01")
    assert plain.locator(".status-former-party").count() == 0
    plain.click(".languages a[lang=fr]")
    assert plain.locator("h1").inner_text() == "Trinité-et-Tobago"
    assert "1er janvier 1990" in plain.locator(".lede").inner_text()


def test_a_visitor_without_scripts_runs_the_query_behind_a_page(plain: Page) -> None:
    plain.goto("/instrument/icrmw?on=2026-02-03")
    plain.click("footer .queries a >> nth=1")
    assert "icrmw" in plain.content()
    assert plain.locator("main table tbody tr").count() >= 2


def test_a_status_is_told_by_a_word_and_not_by_colour_alone(page: Page) -> None:
    page.goto("/party/TTO?on=2026-02-03")
    words = page.locator("main table .status").all_inner_texts()
    assert any("former party" in word for word in words)
    assert page.locator("main table .status .symbol:not([aria-hidden=true])").count() == 0


def test_heads_of_a_long_table_stay_in_sight_on_a_wide_screen(browser: Browser, site: str) -> None:
    page = browser.new_page(base_url=site, viewport={"width": 1280, "height": 300})
    page.goto("/parties")
    page.evaluate("document.querySelector('tbody tr:last-child').scrollIntoView()")
    assert page.locator("thead th").first.bounding_box()["y"] >= -1  # type: ignore[index]
    page.close()


def test_print_leaves_out_what_cannot_be_clicked(page: Page) -> None:
    page.goto("/party/SEN")
    page.emulate_media(media="print")
    assert not page.locator("form.as-of").is_visible()
    assert page.locator("main table").first.is_visible()
