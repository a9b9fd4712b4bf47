"""Opens reports in a real browser and uses them as a reviewer does.

    report_check.py SOURCE FOLDER DECIDED SCANNED HOSTILE.html…

FOLDER is what `tieout run SOURCE --out FOLDER` wrote, DECIDED the same with a finding that a reviewer
decided on, SCANNED that of words with boxes beside which the image of the third page alone lies;
hostile reports are opened and must stay quiet.
"""

import json
import pathlib
import random
import sys

import chromium

SETTLED = "new Promise(done => setTimeout(done, 120))"
CLICKS = 50


def expect(condition, message):
    if not condition:
        sys.exit(f"✘ {message}")


def quiet(page, what):
    expect(not page.complaints(), f"{what}: the console says {page.complaints()[:3]}")
    expect(not page.requests(), f"{what}: the page asked for {page.requests()[:3]}")


def shown(page):
    """How many findings the heading says are listed."""
    return int(page.run("document.getElementById('shown').textContent.split('/')[0]"))


def highlighted(page):
    return page.run("[...document.querySelectorAll('#source-text mark.here')]"
                    ".map(mark => mark.textContent).join('')")


def click(page, selector):
    """Clicks an element as a mouse does; the selector is an expression."""
    x, y = page.run(
        f"(async () => {{ const it = {selector}; it.scrollIntoView({{block: 'center'}}); await {SETTLED};"
        " const box = it.getClientRects()[0]; return [box.x + Math.min(box.width / 2, 20), box.y + box.height / 2]; })()")
    page.click(x, y)
    page.run(SETTLED)


def filters(page, findings):
    def grade(finding):
        if finding.get("decision", {}).get("standing") == "current":
            return "settled"
        return "open" if finding["verdict"] == "open" else finding["severity"]

    expect(shown(page) == len(findings), f"{shown(page)} of {len(findings)} findings are listed")
    page.press("2")
    warnings = [finding for finding in findings if grade(finding) == "warning"]
    expect(shown(page) == len(warnings), "the key 2 lists the warnings")
    check = findings[0]["check"]
    page.run(f"(() => {{ const field = document.querySelector('#filters select'); field.value = '{check}';"
             " field.dispatchEvent(new Event('change')); })()")
    expect(shown(page) == sum(finding["check"] == check for finding in warnings), f"{check} is filtered")
    click(page, "document.querySelector('#filters .plain')")
    expect(shown(page) == len(findings), "clearing lists everything")
    record = findings[0]["records"][0]
    page.run(f"(() => {{ const field = document.getElementById('record-filter'); field.value = '{record}';"
             " field.dispatchEvent(new Event('input')); })()")
    expect(0 < shown(page) < len(findings), f"{record} is filtered")
    click(page, "document.querySelector('#filters .plain')")
    page.press("/")
    page.send("Input.insertText", text="no finding says this")
    expect(shown(page) == 0, "words that nothing holds leave nothing")
    click(page, "document.querySelector('#filters .plain')")


def finding(page, findings, source):
    """Clicks the first value of a finding that is printed somewhere."""
    number = next(i for i, entry in enumerate(findings) if any("at" in value for value in entry["values"]))
    value = next(value for value in findings[number]["values"] if "at" in value)
    page.run(f"location.hash = '#f{number + 1}'; {SETTLED}")
    click(page, f"document.querySelector('#f{number + 1} .excerpt')")
    start, end = value["at"]["bytes"]
    expect(highlighted(page) == source[start:end].decode(), f"f{number + 1} shows its characters")


def decided(page, findings):
    """A finding that a reviewer settled says so, counts no longer, and can be listed alone."""
    numbers = [i + 1 for i, entry in enumerate(findings)
               if entry.get("decision", {}).get("standing") == "current"]
    expect(len(numbers) == 1, "one finding is settled")
    decision = findings[numbers[0] - 1]["decision"]
    page.run(f"location.hash = '#f{numbers[0]}'; {SETTLED}")
    text = page.run(f"document.getElementById('f{numbers[0]}').textContent")
    expect(decision["reason"] in text and decision["by"] in text, "its card says who decided, and why")
    filters(page, findings)


def fields(submission):
    """Every value that is printed somewhere: its record, group, place, field and contents."""
    summary = submission["summary"]
    for record in [*summary["rows"], *submission["details"]]:
        for name, field in record["fields"].items():
            yield record["id"], None, name, field
        for group, items in record.get("groups", {}).items():
            for index, item in enumerate(items):
                for name, field in item.items():
                    if name != "at":
                        yield record["id"], f"{group}[{index}]", name, field


def values(page, submission, source):
    """Clicks values at random: the characters that light up are the printed ones."""
    known = [entry for entry in fields(submission) if "at" in entry[3]]
    for record, item, name, field in random.Random(2024).sample(known, CLICKS):
        what = f"{record} {item or ''} {name}"
        page.run(f"location.hash = ''; location.hash = '#{record}'; {SETTLED}")
        view = f"document.querySelector('[data-record=\"{record}\"]')"
        cell = (f"{view}.querySelector('[data-path=\"{item}\"] [data-field=\"{name}\"] .v')" if item
                else f"{view}.querySelector('[data-path=\"{name}\"] .v')")
        text = page.run(f"{cell}.textContent")
        expect(text == field["value"], f"{what}: {text!r} is not {field['value']!r}")
        click(page, cell)
        start, end = field["at"]["bytes"]
        printed = source[start:end].decode()
        light = highlighted(page)
        expect(light == printed.replace("\n", ""), f"{what}: {light!r} lights up, {printed!r} is printed")
        if "edits" not in field:
            expect(light == field.get("printed", field["value"]), f"{what}: {light!r} is not what was read")
    # And back: the characters lead to the value.
    click(page, "document.querySelector('#source-text mark.here')")
    back = page.run("document.querySelector('.flash')?.textContent ?? ''")
    expect(field["value"] in back, f"{what}: its characters lead to {back!r}")


def scanned(page, submission):
    """Clicks a value on each of two pages: the image stands behind the box where there is one."""
    page.run(f"(async () => {{ location.hash = '#f1'; await {SETTLED}; await {SETTLED}; }})()")
    excerpts = page.run("[...document.querySelectorAll('.card .excerpt .line')].map(it => it.textContent)")
    expect(excerpts and not any("<span" in line or "bbox" in line for line in excerpts),
           f"cards show the rebuilt line, not the file: {excerpts[:2]}")
    records = [*submission["summary"]["rows"], *submission["details"]]
    for number, has_image in ((3, True), (4, False)):
        record, name, field = next(
            (record["id"], name, field) for record in records for name, field in record["fields"].items()
            if "box" in field.get("at", {}) and {**record["at"], **field["at"]}["page"] == number)
        page.run(f"location.hash = ''; location.hash = '#{record}'; {SETTLED}")
        click(page, f"document.querySelector('[data-record=\"{record}\"] [data-path=\"{name}\"] .v')")
        images = page.run("[...document.querySelectorAll('#source-page image')].map(it => it.href.baseVal.slice(0, 15))")
        expect(images == (["data:image/png;"] if has_image else []), f"page {number} shows {images}")
        left, top, right, bottom = page.run(
            "(() => { const boxes = [...document.querySelectorAll('#source-page .chosen')].map(it => it.getBBox());"
            " return [Math.min(...boxes.map(b => b.x)), Math.min(...boxes.map(b => b.y)),"
            " Math.max(...boxes.map(b => b.x + b.width)), Math.max(...boxes.map(b => b.y + b.height))]; })()")
        box = field["at"]["box"]
        expect(all(abs(a - b) < 0.5 for a, b in zip((left, top, right, bottom), box)),
               f"{record} {name} is marked at {[left, top, right, bottom]}, it stands at {box}")


CLIPPED = """(() => {
  const cut = [];
  for (const it of document.querySelectorAll("main *")) {
    const box = it.getBoundingClientRect();
    if (!box.width || it.closest("svg svg, defs")) continue;
    // What can be scrolled to is not cut, but for the pairs, which need no scrolling; nor is what ends
    // in an ellipsis.
    const isPair = it.closest(".pairs") && !it.closest(".whole");
    for (let around = it.parentElement; around; around = around.parentElement) {
      const style = getComputedStyle(around);
      if (["auto", "scroll"].includes(style.overflowX) && !isPair || style.textOverflow === "ellipsis") break;
      if (style.overflowX === "visible" && around !== document.body) continue;
      const edge = around === document.body ? innerWidth : around.getBoundingClientRect().right;
      if (box.right > edge + 1) cut.push(`${it.tagName.toLowerCase()}.${it.getAttribute("class") ?? ""} by ${Math.round(box.right - edge)}`);
      break;
    }
  }
  return cut.slice(0, 5);
})()"""


def phone(page):
    """Nothing is cut off on a narrow screen, in either language, wherever one has scrolled to."""
    expect(page.run("document.documentElement.scrollWidth <= innerWidth"), "a phone need not scroll sideways")
    for _ in range(2):
        for place in ("overview", "pairs", "findings", "repairs", "ledger"):
            page.run(f"(async () => {{ document.getElementById('{place}').scrollIntoView(); await {SETTLED}; await {SETTLED}; }})()")
            cut = page.run(CLIPPED)
            expect(not cut, f"a phone cuts off {cut} in {place}")
        page.press("l")


def ticks(page):
    """Most amounts of pairs agree: the matrix ticks them."""
    drawn = page.run("(document.querySelector('.matrix .pass')?.getAttribute('d') ?? '').split('M').length - 1")
    expect(drawn > 20, f"the matrix has {drawn} ticks in its first ticked row")


def accounts(page):
    """Each part of the ledger's bar is as high as the bar, and as wide as its share."""
    parts = page.run("[...document.querySelectorAll('#accounts i')].map(it => { const box = it.getBoundingClientRect();"
                     " return [box.width, box.height, Number(it.dataset.count), getComputedStyle(it).marginBottom]; })")
    expect(len(parts) == 5 and len({part[1] for part in parts}) == 1, f"the ledger's bar is uneven: {parts}")
    width, count = sum(part[0] for part in parts), sum(part[2] for part in parts)
    for part in parts:
        expect(abs(part[0] / width - part[2] / count) < 0.02, f"a part of the ledger's bar has no share: {parts}")


def language(page):
    """Changing the language keeps the focus and says anew where the selected characters stand."""
    page.run("document.querySelector('.card .excerpt').click()")
    page.run("document.getElementById('query').focus()")
    before = page.run("document.getElementById('source-place').textContent")
    page.run("document.getElementById('language').click()")
    after = page.run("document.getElementById('source-place').textContent")
    expect(before != after and before.split(" · ")[0] == after.split(" · ")[0], f"{before!r} becomes {after!r}")
    page.run("document.querySelector('.card[id]').focus()")
    card = page.run("document.activeElement.id")
    page.press("l")
    expect(page.run("document.activeElement.id") == card, "the card that was read keeps the focus")
    unnamed = page.run("[...document.querySelectorAll('svg[role=img]')].filter(it => !it.getAttribute('aria-label')).length")
    expect(unnamed == 0, f"{unnamed} pictures have no name")
    all_of_them = shown(page)
    page.run("document.querySelector('.tiles button[data-severity=warning]').click()")
    expect(0 < shown(page) < all_of_them, "a tile lists its findings")
    page.run("document.querySelector('#filters .plain').click()")


def main():
    source_path, folder, settled, scan, *hostile = sys.argv[1:]
    if not chromium.executable():
        sys.exit("There is no Chromium.")
    source = pathlib.Path(source_path).read_bytes()
    submission = json.loads(pathlib.Path(folder, "submission.json").read_text())
    with chromium.Page() as page:
        page.open(f"{folder}/report.html")
        filters(page, submission["findings"])
        finding(page, submission["findings"], source)
        values(page, submission, source)
        accounts(page)
        ticks(page)
        language(page)
        before = page.run("document.documentElement.lang")
        page.press("l")
        expect(page.run("document.documentElement.lang") != before, "the key l changes the language")
        page.press("d")
        expect(page.run("document.documentElement.dataset.theme") == "dark", "the key d makes it dark")
        page.send("Page.printToPDF")
        quiet(page, "report")
    with chromium.Page() as page:
        page.open(f"{settled}/report.html")
        decided(page, json.loads(pathlib.Path(settled, "submission.json").read_text())["findings"])
        quiet(page, "report with a decision")
    with chromium.Page(390, 844) as page:
        page.open(f"{folder}/report.html")
        phone(page)
        quiet(page, "report on a phone")
    with chromium.Page() as page:
        page.open(f"{scan}/report.html")
        scanned(page, json.loads(pathlib.Path(scan, "submission.json").read_text()))
        quiet(page, "report with an image of a page")
    for path in hostile:
        with chromium.Page() as page:
            page.open(path)
            expect(page.run("document.querySelectorAll('script').length") == 2, "no script came in with the text")
            expect(page.run("document.querySelectorAll('img').length") == 0, "no image came in with the text")
            page.send("Page.printToPDF")
            quiet(page, "hostile report")


main()
