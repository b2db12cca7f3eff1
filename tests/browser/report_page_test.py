"""The report's page in a real browser: report_page_test.py PAGES REPORT, PAGES being the program that
writes the sample pages, REPORT cotejo-report. Exit status 77 = skipped: no chromium, no chromedriver
or no selenium."""
import base64
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

SKIPPED = 77
chromium, driver_path = shutil.which("chromium"), shutil.which("chromedriver")
try:
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
except ImportError:
    print("skipped: python3-selenium is not installed")
    sys.exit(SKIPPED)
if not chromium or not driver_path:
    print("skipped: chromium or chromium-driver is not installed")
    sys.exit(SKIPPED)

PAGES_PROGRAM = sys.argv.pop(1)
REPORT_PROGRAM = sys.argv.pop(1)
SECTIONS = ["must-fix", "article", "quotes", "numbers", "claims", "sources", "check-list",
            "method"]
PRINTED = ["must-fix", "quotes", "numbers", "check-list"]

# The text that is shown, with its contrast against the nearest background (WCAG 2.1, 1.4.3).
CONTRAST = """
const luminance = (rgb) => {
  const [r, g, b] = rgb.slice(0, 3).map((v) => v / 255)
    .map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
const background = (element) => {
  for (let e = element; e; e = e.parentElement) {
    const c = parse(getComputedStyle(e).backgroundColor);
    if (c.length < 4 || c[3] > 0) return c;
  }
  return [255, 255, 255];
};
const faults = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
  const [x, y] = [parse(getComputedStyle(element).color), background(element)].map(luminance);
  const ratio = (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  if (ratio < 4.5) faults.push([ratio.toFixed(2), walker.currentNode.data.trim().slice(0, 40)]);
}
return faults;
"""


# What a checker of accessibility would report of the page's structure.
STRUCTURE = r"""
const faults = [];
const all = (selector) => Array.from(document.querySelectorAll(selector));
const fault = (what, element) => faults.push(what + ': ' + (element ? element.outerHTML.slice(0, 120) : ''));
if (!document.documentElement.lang) fault('no language');
if (!document.title.trim()) fault('no title');
['main', 'h1'].forEach((tag) => { if (all(tag).length !== 1) fault('not one ' + tag); });
['header', 'footer'].forEach((tag) => { if (all('body > ' + tag).length !== 1) fault('not one ' + tag); });
let level = 0;
all('h1, h2, h3, h4, h5, h6').filter((h) => h.checkVisibility()).forEach((heading) => {
  const next = Number(heading.tagName[1]);
  if (next > level + 1) fault('a heading level is left out', heading);
  if (!heading.textContent.trim()) fault('an empty heading', heading);
  level = next;
});
const ids = new Set();
all('[id]').forEach((element) => {
  if (ids.has(element.id)) fault('a doubled id', element);
  ids.add(element.id);
});
all('[aria-labelledby]').forEach((element) => {
  element.getAttribute('aria-labelledby').split(' ').forEach((id) => {
    if (!ids.has(id)) fault('labelled by nothing', element);
  });
});
all('a[href^="#"]').forEach((link) => {
  if (!ids.has(link.getAttribute('href').slice(1))) fault('a link to nowhere', link);
});
all('table').forEach((table) => {
  if (!table.caption || !table.caption.textContent.trim()) fault('a table without caption', table);
});
all('th').forEach((cell) => { if (!cell.scope) fault('a head cell without scope', cell); });
all('li').forEach((item) => { if (!/^[UO]L$/.test(item.parentElement.tagName)) fault('a stray item', item); });
all('ul, ol').forEach((list) => {
  if (Array.from(list.children).some((child) => child.tagName !== 'LI')) fault('a list with more than items', list);
});
all('dl').forEach((list) => {
  if (Array.from(list.children).some((child) => !/^D[TD]$/.test(child.tagName))) fault('a stray term', list);
});
all('details').forEach((one) => { if (one.firstElementChild.tagName !== 'SUMMARY') fault('no summary', one); });
all('svg').forEach((svg) => {
  if (svg.getAttribute('aria-hidden') !== 'true' && !svg.getAttribute('aria-label')) fault('an unnamed drawing', svg);
});
all('[tabindex]').forEach((one) => { if (one.tabIndex > 0) fault('a forced focus order', one); });
all('[style]').forEach((one) => fault('a style attribute', one));
return faults;
"""
NAMED_ROLES = {"button", "link", "checkbox", "textbox", "searchbox", "heading", "region", "dialog", "image",
               "navigation", "table", "article", "group"}


class ReportPage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.directory = pathlib.Path(tempfile.mkdtemp(prefix="cotejo-browser-"))
        subprocess.run([PAGES_PROGRAM, str(cls.directory)], check=True)
        options = webdriver.ChromeOptions()
        options.binary_location = chromium
        for argument in ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
                         "--no-first-run", "--disable-background-networking",
                         "--disable-component-update", "--disable-sync",
                         f"--user-data-dir={cls.directory / 'profile'}"]:
            options.add_argument(argument)
        options.add_experimental_option(
            "prefs", {"download.default_directory": str(cls.directory)})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        cls.browser = webdriver.Chrome(service=Service(driver_path), options=options)

    @classmethod
    def tearDownClass(cls):
        cls.browser.quit()
        shutil.rmtree(cls.directory, ignore_errors=True)

    def setUp(self):
        for old in self.directory.glob("*.review*.jsonl"):
            old.unlink()

    def tearDown(self):
        self.run_script("localStorage.clear()")
        self.assertEqual(self.browser.get_log("browser"), [], "the console is not empty")
        events = [json.loads(entry["message"])["message"] for entry in self.browser.get_log("performance")]
        asked = [event["params"]["request"]["url"] for event in events
                 if event["method"] == "Network.requestWillBeSent"]
        self.assertEqual([url for url in asked if url.startswith(("http", "ws", "ftp"))], [])

    def open(self, page, width=1440, scheme="light", scripts=True):
        command = self.browser.execute_cdp_cmd
        command("Emulation.setScriptExecutionDisabled", {"value": not scripts})
        command("Emulation.setEmulatedMedia",
                {"media": "", "features": [{"name": "prefers-color-scheme", "value": scheme},
                                           {"name": "prefers-reduced-motion", "value": "reduce"}]})
        command("Emulation.setDeviceMetricsOverride",
                {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500})
        self.browser.get((self.directory / page).as_uri())

    def run_script(self, script):
        return self.browser.execute_script(script)

    def find(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector)

    def press(self, *keys):
        for key in keys:
            webdriver.ActionChains(self.browser).send_keys(key).perform()
            self.settle()

    def settle(self):
        """waits until the page has drawn what the last key did, also on a busy machine"""
        self.browser.execute_async_script(
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))")

    def check_sections(self):
        for section in SECTIONS:
            self.assertTrue(self.find("#" + section + " h2").is_displayed(), section)
        self.assertTrue(self.find("#f1 .message").is_displayed())
        self.assertTrue(self.find("#q1 blockquote").is_displayed())

    def test_opens_with_scripts(self):
        self.open("full.html")
        self.check_sections()
        self.assertTrue(self.find(".desk").is_displayed())
        self.assertEqual(self.run_script("return performance.getEntriesByType('resource').length"),
                         0)

    def test_reads_without_scripts(self):
        self.open("full.html", scripts=False)
        self.check_sections()
        self.assertFalse(self.find(".desk").is_displayed())
        self.assertTrue(self.find("noscript p").is_displayed())
        details = self.find("#f1 details")
        details.find_element(By.CSS_SELECTOR, "summary").click()
        self.assertTrue(details.find_element(By.CSS_SELECTOR, ".fine").is_displayed())
        self.assertFalse(details.find_element(By.CSS_SELECTOR, ".decide").is_displayed())

    def test_bare_record_opens(self):
        self.open("bare.html")
        self.assertTrue(self.find("#quotes .absent").is_displayed())

    def test_decisions_are_kept_shown_undone_and_downloaded(self):
        self.open("full.html")
        self.find("#who").send_keys("Ana", Keys.TAB)
        self.run_script("document.activeElement.blur()")
        self.press("j", "a")
        self.assertEqual(self.find("#f1 .decided").text, "aceptado")
        self.assertEqual(self.find(".fixes [data-for=f1] .decided").text, "aceptado")
        self.press("j", "d")
        self.assertTrue(self.find("#reason").is_displayed())
        self.press(*"bien así", Keys.ENTER)
        self.assertEqual(self.find("#f2 .decided").text, "descartado: bien así")
        self.press("j", "q", "j", "f", "u")
        self.assertEqual(self.find("#f3 .decided").text, "preguntado al autor")
        self.assertFalse(self.find("#f4 .decided").is_displayed())
        self.assertIn("5 de 7", self.find("#progress").text)
        self.assertIn("is-dismissed", self.find("#ft2").get_attribute("class"))

        self.browser.refresh()
        self.assertEqual(self.find("#f2 .decided").text, "descartado: bien así")
        self.find("#download").click()
        lines = self.downloaded("puerto.review.jsonl")
        self.assertEqual([line["decision"] for line in lines],
                         ["accepted", "dismissed", "ask-author", "fixed", "undecided"])
        self.assertEqual(lines[1]["note"], "bien así")
        self.assertEqual(lines[1]["who"], "Ana")
        self.assertEqual(lines[1]["code"], "quote-altered")
        self.assertRegex(lines[1]["fingerprint"], "^[0-9a-f]{16}$")

    def downloaded(self, name):
        path = self.directory / name
        for _ in range(100):
            if path.exists():
                return [json.loads(line) for line in path.read_text().splitlines()]
            time.sleep(0.1)
        self.fail("nothing was downloaded")

    def report(self, review, record="full.jsonl"):
        """the page of the record with the decisions of a file; the exit status of making it"""
        command = [REPORT_PROGRAM, "--review", str(self.directory / review), str(self.directory / record)]
        done = subprocess.run(command, capture_output=True, check=False)
        self.assertEqual(done.stderr.decode(), "")
        (self.directory / "reviewed.html").write_bytes(done.stdout)
        return done.returncode

    def test_decisions_go_round_through_the_file(self):
        self.open("full.html")
        self.press("j", "a", "j", "d", *"dicho así", Keys.ENTER, "j", "q", "j", "f", "j", "a", "j", "j", "a")
        self.assertIn("2 de 7", self.find("#progress").text)
        self.find("#download").click()
        lines = self.downloaded("puerto.review.jsonl")
        shown = [self.find(f"#f{n} .decided").get_attribute("textContent") for n in range(1, 8)]
        self.run_script("localStorage.clear()")
        self.assertEqual(self.report("puerto.review.jsonl"), 0, "all errors are decided")
        for scripts in [True, False]:
            self.open("reviewed.html", scripts=scripts)
            again = [self.find(f"#f{n} .decided").get_attribute("textContent") for n in range(1, 8)]
            self.assertEqual(again, shown)
            self.assertIn("is-dismissed", self.find("#f2").get_attribute("class"))
        self.open("reviewed.html")
        self.assertIn("2 de 7", self.find("#progress").text)
        # What is decided now is added to what came with the page.
        (self.directory / "puerto.review.jsonl").unlink()
        self.press("j", "q")
        self.find("#download").click()
        self.assertEqual(self.downloaded("puerto.review.jsonl")[:-1], lines)
        self.assertEqual(self.report("puerto.review.jsonl"), 1, "an error is open again")

    def test_changed_words_are_said_to_have_changed(self):
        self.open("full.html")
        self.press("j", "j", "d", *"bien", Keys.ENTER)
        self.find("#download").click()
        line = self.downloaded("puerto.review.jsonl")[0]
        line["fingerprint"] = "0" * 16
        (self.directory / "changed.jsonl").write_text(json.dumps(line))
        self.run_script("localStorage.clear()")
        self.report("changed.jsonl")
        self.open("reviewed.html")
        self.assertEqual(self.find("#f2 .decided").text, "ha cambiado desde que fue descartado: bien")
        self.assertIn("7 de 7", self.find("#progress").text)

    def test_undo_takes_back_to_what_was_before(self):
        self.open("full.html")
        self.press("j", "a", "f", "u")
        self.assertEqual(self.find("#f1 .decided").text, "aceptado")
        self.press("u", "u")
        self.assertFalse(self.find("#f1 .decided").is_displayed())

    def test_questions_for_the_author_in_one_key(self):
        self.open("full.html")
        self.press("j", "q", "j", "j", "q", "c")
        self.assertTrue(self.find("#questions").is_displayed())
        text = self.find("#questions-text").get_attribute("value")
        self.assertIn("El puerto de Almadraba", text.split("\n", maxsplit=1)[0])
        self.assertEqual(len(re.findall(r"^\d\. “.*\(\d+:\d+\): ", text, re.MULTILINE)), 2, text)
        for _ in range(50):
            if self.find("#copied").text:
                break
            time.sleep(0.1)
        self.assertIn(self.find("#copied").text, ["Copiado.", "Seleccione el texto y cópielo."])
        self.press(Keys.ESCAPE)
        self.assertFalse(self.find("#questions").is_displayed())

    def test_a_broken_store_is_no_harm(self):
        self.open("full.html")
        key = self.run_script("return 'cotejo:' + document.body.dataset.text")
        for kept in ["{", "null", '[1, null, {"fingerprint": 3}, {"fingerprint": "<b>", "decision": "x"}]']:
            self.browser.execute_script("localStorage.setItem(arguments[0], arguments[1])", key, kept)
            self.browser.refresh()
            self.press("j", "a")
            self.assertEqual(self.find("#f1 .decided").text, "aceptado")

    def test_five_thousand_findings_are_still_usable(self):
        self.open("long.html")
        self.assertEqual(self.run_script("return document.querySelectorAll('.remark').length"), 5000)
        begin = time.monotonic()
        self.press("j", "a", "j", "a", "j", "q")
        self.press("/")
        self.press(*"slip")
        self.assertLess(time.monotonic() - begin, 30)
        self.assertIn("4998 de 5000", self.find("#progress").text)

    def test_the_index_sorts(self):
        self.open("index.html")
        heads = lambda: [e.text for e in self.browser.find_elements(By.CSS_SELECTOR, "tbody th a")]
        links = lambda: [e.get_attribute("href").rsplit("/", 1)[1]
                         for e in self.browser.find_elements(By.CSS_SELECTOR, "tbody a")]
        self.assertEqual(links(), ["full.html", "bare.html"])
        self.assertEqual(len(heads()), 2)
        button = self.find("thead th:nth-child(3) button")
        button.click()
        self.assertEqual(links(), ["bare.html", "full.html"])
        self.assertEqual(self.find("thead th:nth-child(3)").get_attribute("aria-sort"), "ascending")
        button.click()
        self.assertEqual(links(), ["full.html", "bare.html"])

    def test_structure_and_names(self):
        for page in ["full.html", "bare.html", "hostile.html", "index.html"]:
            self.open(page)
            self.assertEqual(self.run_script(STRUCTURE), [], page)
            self.run_script("document.querySelectorAll('details').forEach((d) => d.open = true)")
            self.browser.execute_cdp_cmd("Accessibility.enable", {})
            for node in self.browser.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]:
                role = node.get("role", {}).get("value")
                if node.get("ignored") or role not in NAMED_ROLES - {"group"}:
                    continue
                self.assertTrue(node.get("name", {}).get("value", "").strip(), f"{page}: a nameless {role}: {node}")
            self.browser.execute_cdp_cmd("Accessibility.disable", {})

    def test_focus_goes_down_the_page_from_the_skip_link(self):
        self.open("full.html")
        self.press(Keys.TAB)
        self.assertEqual(self.run_script("return document.activeElement.className"), "skip")
        tops = []
        for _ in range(25):
            self.press(Keys.TAB)
            tops.append(self.run_script("const r = document.activeElement.getBoundingClientRect();"
                                        "return r.top + scrollY"))
            outline = self.run_script("return getComputedStyle(document.activeElement).outlineStyle")
            self.assertNotEqual(outline, "none")
        for before, after in zip(tops, tops[1:]):
            self.assertGreaterEqual(after, before - 30)

    def test_the_page_fits_at_twice_its_size(self):
        self.open("full.html", width=720)
        self.run_script("document.documentElement.style.fontSize = '212%'")
        self.assertLessEqual(self.run_script("return document.documentElement.scrollWidth"), 720)

    def test_a_dismissal_needs_a_reason(self):
        self.open("full.html")
        self.press("j", "d", Keys.ESCAPE)
        self.assertFalse(self.find("#f1 .decided").is_displayed())
        self.assertEqual(self.run_script("return document.activeElement.id"), "f1")

    def test_filters(self):
        self.open("full.html")
        self.find("[data-show=error]").click()
        self.assertFalse(self.find("#f1").is_displayed())
        self.assertFalse(self.find(".fixes [data-for=f1]").is_displayed())
        self.assertTrue(self.find("#f3").is_displayed())
        self.find("[data-show=error]").click()
        self.press("/")
        self.press(*"estatal")
        self.assertTrue(self.find("#f3").is_displayed())
        self.assertFalse(self.find("#f4").is_displayed())

    def test_keys(self):
        self.open("full.html")
        self.press("j", "j", "k", "e")
        self.assertEqual(self.run_script("return document.activeElement.id"), "f1")
        self.assertTrue(self.find("#f1 details").get_attribute("open"))
        self.press("?")
        self.assertTrue(self.find("#help").is_displayed())
        self.press(Keys.ESCAPE)
        self.assertFalse(self.find("#help").is_displayed())

    def test_hostile_record_is_shown_not_run(self):
        self.open("hostile.html")
        self.assertIn("<script>alert(1)</script>\"'[U+202E][U+200B]", self.find("h1").text)
        self.assertEqual(self.run_script("return document.scripts.length"), 1)
        self.assertEqual(
            self.run_script("return document.querySelectorAll('a[href^=\"javascript\"]').length"),
            0)

    def test_fits_every_width(self):
        for page in ["full.html", "hostile.html", "bare.html"]:
            for width in [360, 768, 1440]:
                self.open(page, width=width)
                self.assertLessEqual(
                    self.run_script("return document.documentElement.scrollWidth"), width,
                    f"{page} at {width}")

    def test_contrast_is_enough_in_light_and_dark(self):
        for scheme in ["light", "dark"]:
            self.open("full.html", scheme=scheme)
            self.run_script("document.querySelectorAll('details').forEach((d) => d.open = true)")
            self.press("j", "a", "j", "q", "j", "f")
            self.assertEqual(self.run_script(CONTRAST), [], scheme)
            self.open("index.html", scheme=scheme)
            self.assertEqual(self.run_script(CONTRAST), [], scheme)

    def test_notes_stand_beside_the_text_and_under_it_on_a_phone(self):
        places = "return ['.row.body .para', '.row.body .notes'].map((s) => " \
                 "document.querySelector(s).getBoundingClientRect().toJSON())"
        self.open("full.html", width=1440)
        text, notes = self.run_script(places)
        self.assertGreater(notes["left"], text["right"] - 1)
        self.assertAlmostEqual(notes["top"], text["top"], delta=4)
        self.open("full.html", width=360)
        text, notes = self.run_script(places)
        self.assertGreaterEqual(notes["top"], text["bottom"])

    def test_print_holds_the_sections_for_paper(self):
        self.open("full.html")
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        shown = self.run_script("return Array.from(document.querySelectorAll('section'))"
                                ".filter((s) => s.checkVisibility()).map((s) => s.id)")
        self.assertEqual(shown, PRINTED)
        self.assertTrue(self.find("h1").is_displayed())
        self.assertFalse(self.find(".desk").is_displayed())
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
        printed = self.browser.execute_cdp_cmd("Page.printToPDF", {
            "preferCSSPageSize": True, "generateTaggedPDF": True, "generateDocumentOutline": True})
        pdf = base64.b64decode(printed["data"])
        self.assertTrue(pdf.startswith(b"%PDF"))
        boxes = {tuple(round(float(n)) for n in box.split()) for box in re.findall(rb"/MediaBox \[([^\]]*)\]", pdf)}
        self.assertEqual(boxes, {(0, 0, 595, 842)}, "not A4")
        titles = [self.pdf_text(title) for title in re.findall(rb"/Title (<[^>]*>|\((?:[^()\\]|\\.)*\))", pdf)]
        wanted = [self.run_script(f"return document.querySelector('#{name} h2').textContent") for name in PRINTED]
        self.assertEqual([title for title in titles if title in wanted], wanted)
        self.assertNotIn(self.run_script("return document.querySelector('#article h2').textContent"), titles)

    @staticmethod
    def pdf_text(literal):
        """a text string of a PDF: hexadecimal or between parentheses, UTF-16 if it says so"""
        if literal.startswith(b"<"):
            value = bytes.fromhex(literal[1:-1].decode())
        else:
            octal = lambda match: bytes([int(match[1], 8)]) if match[1] else match[2]
            value = re.sub(rb"\\(?:([0-7]{1,3})|(.))", octal, literal[1:-1])
        return value[2:].decode("utf-16-be") if value.startswith(b"\xfe\xff") else value.decode("latin-1")

    def test_both_languages_declare_themselves(self):
        for page, language in [("full.html", "es"), ("english.html", "en")]:
            self.open(page)
            self.assertEqual(self.find("html").get_attribute("lang"), language)
            self.assertEqual(self.find("#article .para").get_attribute("lang"), "es")


if __name__ == "__main__":
    unittest.main(verbosity=2)
