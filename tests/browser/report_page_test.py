"""The report's page in a real browser: report_page_test.py PAGES, PAGES being the program that
writes the sample pages. Exit status 77 = skipped: no chromium, no chromedriver or no selenium."""
import json
import pathlib
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
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        cls.browser = webdriver.Chrome(service=Service(driver_path), options=options)

    @classmethod
    def tearDownClass(cls):
        cls.browser.quit()
        shutil.rmtree(cls.directory, ignore_errors=True)

    def tearDown(self):
        self.run_script("localStorage.clear()")
        self.assertEqual(self.browser.get_log("browser"), [], "the console is not empty")

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
            self.press("j", "a")
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

    def test_both_languages_declare_themselves(self):
        for page, language in [("full.html", "es"), ("english.html", "en")]:
            self.open(page)
            self.assertEqual(self.find("html").get_attribute("lang"), language)
            self.assertEqual(self.find("#article .para").get_attribute("lang"), "es")


if __name__ == "__main__":
    unittest.main(verbosity=2)
