// The overview's pictures: the bridge, the matrix, the strip of the paper, the ledger.

const rank = { error: 4, warning: 3, review: 2, note: 1 };
const width = (element) => Math.max(280, element.clientWidth || 720);

/** The findings of each pair, by its number. */
const findingsOf = new Map();
for (const [number, finding] of data.findings.entries()) {
  for (const id of new Set(finding.records.map((id) => records.get(id)?.unit?.number))) {
    if (id === undefined) continue;
    if (!findingsOf.has(id)) findingsOf.set(id, []);
    findingsOf.get(id).push(number);
  }
}

/** How the amounts of a pair compare. */
const verdictOf = (unit) => (unit.link ? unit.link[5] : "broken");

/** The bridge: what lies between the sum of the forms and the stated total, step by step. */
function bridge(container) {
  const { rows, forms, stated, unit } = data.tieOut;
  if (rows.sum === undefined && forms.sum === undefined) return container.replaceChildren();
  const steps = [];
  const number = (value) => Number(value ?? 0);
  const total = (label, value, at) => steps.push({ label, to: number(value), value, isTotal: true, at });
  const step = (label, value, extra) =>
    steps.push({ label, by: number(value), value: (number(value) > 0 ? "+" : "") + value, ...extra });
  const amount = (record, side) => {
    const field = record && fieldOf(record, data.roles.amount[side]);
    return field && /^-?\d+(\.\d+)?$/.test(valueOf(field)) ? valueOf(field) : undefined;
  };

  if (forms.sum !== undefined) total(say(`Σ 明细表 ${forms.count} 张`, `Σ ${forms.count} forms`), forms.sum);
  const unequal = units.filter((unit) => unit.link?.[4] && number(unit.link[4]) !== 0)
    .sort((a, b) => Math.abs(number(b.link[4])) - Math.abs(number(a.link[4])));
  for (const unit of unequal.slice(0, 8)) {
    step(`${unit.row.id.split("/")[1]} ${nameOf(unit.row.id)}`, unit.link[4], 
      { id: unit.row.id, verdict: verdictOf(unit) });
  }
  if (unequal.length > 8) {
    step(say(`另 ${unequal.length - 8} 对`, `${unequal.length - 8} more pairs`),
      sum(unequal.slice(8).map((unit) => unit.link[4])));
  }
  for (const [missing, side, word] of [
    [units.filter((unit) => !unit.form), 0, say("无明细表", "no form")],
    [units.filter((unit) => !unit.row), 1, say("不在汇总表", "not in the summary")],
  ]) {
    const known = missing.map((unit) => unit.row ?? unit.form).filter((record) => amount(record, side));
    const signed = (record) => (side ? negated(amount(record, side)) : amount(record, side));
    for (const record of known.slice(0, 6)) {
      step(`${nameOf(record.id)} (${word})`, signed(record), { id: record.id, verdict: "broken" });
    }
    if (known.length > 6) {
      step(say(`另 ${known.length - 6} 项${word}`, `${known.length - 6} more with ${word}`),
        sum(known.slice(6).map(signed)), { verdict: "broken" });
    }
  }
  if (rows.sum !== undefined) total(say(`Σ 汇总表 ${rows.count} 行`, `Σ ${rows.count} rows`), rows.sum);
  if (stated !== undefined) {
    if (number(rows.difference)) {
      step(say("与列示合计之差", "to the stated total"), negated(rows.difference), { verdict: rows.verdict });
    }
    total(say("列示合计", "Stated total"), stated, data.tieOut.at);
  }

  let level = 0;
  for (const entry of steps) {
    entry.from = entry.isTotal ? 0 : level;
    level = entry.isTotal ? entry.to : level + entry.by;
    entry.to = level;
  }
  const levels = steps.map((entry) => entry.to);
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  // Differences of a few yuan between millions are seen only where the axis begins near them.
  const isBroken = high > low && low > 0 && (high - low) / high < 0.3;
  const zero = isBroken ? low - (high - low) * 2 : Math.min(0, low);
  const x = (value) => 4 + (94 * (Math.max(value, zero) - zero)) / (high - zero || 1);

  container.replaceChildren(h("div", { class: "bridge" }, steps.map((entry) => {
    const [start, end] = [x(Math.min(entry.from, entry.to)), x(Math.max(entry.from, entry.to))];
    const left = entry.isTotal ? 0 : start;
    const bar = draw("svg", { viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
      draw("rect", {
        x: left, width: Math.max(0.5, end - left), y: entry.isTotal ? 1 : 2.5,
        height: entry.isTotal ? 8 : 5,
        class: entry.isTotal ? "total" : `by ${entry.verdict ?? ""}`,
      }));
    if (entry.isTotal && isBroken) {
      bar.append(draw("path", { d: "M5 0L7 0L5.6 10L3.6 10Z", class: "break" }));
    }
    bar.append(draw("line", { x1: x(entry.to), x2: x(entry.to), y1: 0, y2: 10, class: "level" }));
    const name = h("span", { class: entry.isTotal ? "name total" : "name" },
      entry.id ? h("a", { href: `#${entry.id}` }, entry.label) : entry.label);
    return h("div", { class: "step" }, name, bar, h("span", { class: "sum" }, figure(entry.value, entry.at),
      entry.isTotal ? h("small", {}, unit ?? "") : null));
  })));
}

/** The matrix: for each record and check the gravest finding; its shape is the verdict. */
function matrix(container) {
  const checks = data.checks.filter((check) => data.findings.some((f) => f.check === check.id));
  document.getElementById("matrix-panel").hidden = checks.length === 0;
  if (!checks.length) return;
  const isNarrow = width(container) < 560;
  const head = isNarrow ? 44 : 190;
  const room = width(container) - head - 2;
  const columns = Math.min(units.length || 1, Math.floor(room / 6));
  const cell = Math.min(16, room / columns);
  const column = (number) => Math.floor((number * columns) / units.length);
  const worst = new Map();
  for (const finding of data.findings) {
    const numbers = new Set(finding.records.map((id) => records.get(id)?.unit?.number));
    for (const number of numbers) {
      // What is about the whole summary stands before the first record.
      const key = `${finding.check} ${number === undefined ? -1 : column(number)}`;
      const entry = worst.get(key) ?? { findings: [] };
      entry.findings.push(finding);
      if (!entry.worst || rank[finding.severity] > rank[entry.worst.severity]) entry.worst = finding;
      worst.set(key, entry);
    }
  }
  const pitch = 20, top = 18;
  const picture = draw("svg", {
    viewBox: `0 0 ${width(container)} ${top + checks.length * pitch + 4}`, class: "matrix", role: "img",
    "aria-label": say("各记录的检查结果", "What the checks say of each record"),
  });
  for (const [row, check] of checks.entries()) {
    const y = top + row * pitch;
    const name = draw("text", { x: 0, y: y + 14, class: "check" }, check.id);
    if (!isNarrow) {
      const title = wording(check.title);
      const limit = root.lang === "zh" ? 11 : 19;
      name.append(draw("tspan", { dx: 8, class: "quiet" },
        title.length > limit ? title.slice(0, limit - 1) + "…" : title));
    }
    name.append(draw("title", {}, wording(check.title) + (check.ran === undefined ? ""
      : say(`：执行 ${check.ran} 次，${check.passed} 次相符`, `: ran ${check.ran} times, ${check.passed} of them passed`))));
    picture.append(name, draw("line", { x1: head, x2: head + columns * cell, y1: y + 10, y2: y + 10, class: "row" }));
  }
  for (let number = 0; number < units.length; number += 1) {
    const id = (units[number].row ?? units[number].form).id.split("/")[1];
    if (number && !isLabelled(number)) continue;
    picture.append(draw("text", { x: head + (column(number) + 0.5) * cell, y: 10, class: "tick" }, id));
  }
  for (const [row, check] of checks.entries()) {
    const places = new Set((check.ticks ?? []).map((number) => {
      const record = data.rows[number] ?? data.details[number - data.rows.length];
      return column(records.get(record.id).unit.number);
    }));
    const [y, size] = [top + row * pitch + 10, Math.min(3, cell / 3)];
    const ticks = [...places].filter((place) => !worst.has(`${check.id} ${place}`)).map((place) => {
      const x = head + (place + 0.5) * cell;
      return `M${x - size} ${y}l${size * 0.7} ${size * 0.8}l${size * 1.3} ${-size * 1.8}`;
    });
    if (ticks.length) picture.append(draw("path", { d: ticks.join(""), class: "pass" }));
  }
  for (const [key, { worst: finding, findings }] of worst) {
    const [check, place] = key.split(" ");
    const row = checks.findIndex((entry) => entry.id === check);
    const x = Number(place) < 0 ? head - 8 : head + (Number(place) + 0.5) * cell;
    const size = Math.min(6, cell / 2 - 0.5);
    const sign = shape(finding.verdict, x, top + row * pitch + 10, size);
    sign.setAttribute("class", `sign ${finding.severity}`);
    const names = findings.slice(0, 5).map((f) => wording(f.message));
    sign.append(draw("title", {}, names.join("\n") + (findings.length > 5 ? `\n… ${findings.length}` : "")));
    sign.addEventListener("click", () => narrow({ check, records: new Set(findings.flatMap((f) => f.record)) }));
    picture.append(sign);
  }
  container.replaceChildren(picture, h("p", { class: "key" },
    Object.keys(rank).map((severity) => h("span", { class: `dot ${severity}` }, word("severity", severity))),
    ["broken", "coarse", "rounded", "open"].map((verdict) => {
      const sign = draw("svg", { width: 14, height: 14 }, shape(verdict, 7, 7, 5));
      sign.firstChild.setAttribute("class", "sign");
      return h("span", {}, sign, word("verdict", verdict));
    }), h("span", {}, blanks())));

  /** Every so many records carry their number, a round number apart. */
  function isLabelled(number) {
    const most = Math.max(1, Math.floor(room / 44));
    const step = [5, 10, 20, 50, 100, 200, 500, 1000].find((step) => units.length / step <= most) ?? 5000;
    return (number + 1) % step === 0;
  }
}

/** What an empty place of the matrix says, and how many checks have no row in it. */
function blanks() {
  const quiet = data.checks.filter((check) => !data.findings.some((finding) => finding.check === check.id));
  const passed = quiet.filter((check) => check.ran > 0).length;
  return say(
    `✓ 核对相符；空白：没有发现，或不适用。另有 ${passed} 项检查全部相符，${quiet.length - passed} 项不适用`,
    `✓ the figures agree; blank: nothing found, or it does not apply. ${passed} more checks passed throughout, ${quiet.length - passed} do not apply`);
}

/** A verdict as a sign that reads without colour too. */
function shape(verdict, x, y, size) {
  switch (verdict) {
    case "open": return draw("circle", { cx: x, cy: y, r: size - 1, "data-open": "" });
    case "rounded": return draw("circle", { cx: x, cy: y, r: size * 0.5 });
    case "coarse": return draw("path", { d: `M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z` });
    default: return draw("rect", { x: x - size, y: y - size, width: size * 2, height: size * 2, rx: 1.5 });
  }
}

/** The strip: the paper from its first to its last character, findings above, repairs below. */
function strip(container) {
  const w = width(container), middle = 34, height = 78;
  const x = (offset) => (offset / text.length) * w;
  const picture = draw("svg", { viewBox: `0 0 ${w} ${height}`, class: "strip", role: "img",
    "aria-label": say("发现与修复在纸上的位置", "Where findings and repairs lie on the paper") });
  // Neighbours that are thinner than a hair together make one band.
  const bands = (records, style) => {
    const runs = [];
    for (const { at } of records) {
      if (!at.length) continue;
      const [start, end] = [x(at[0]), x(at[at.length - 2] + at[at.length - 1])];
      const last = runs.at(-1);
      if (last && start - last[1] < 1 && (end - start < 3 || last[2])) [last[1], last[2]] = [end, true];
      else runs.push([start, end, end - start < 3]);
    }
    for (const [number, [start, end]] of runs.entries()) {
      picture.append(draw("rect", { x: start, width: Math.max(1, end - start), y: middle, height: 12,
        class: number % 2 ? `${style} odd` : style }));
    }
  };
  picture.append(draw("rect", { x: 0, width: w, y: middle, height: 12, class: "paper" }));
  bands(data.letter, "letter");
  bands([...data.rows, ...data.total].sort((a, b) => a.at[0] - b.at[0]), "summary");
  bands(data.details, "form");
  const pageStep = Math.ceil(data.pages.length / (w / 26));
  for (const [number, page] of data.pages.entries()) {
    if (number % pageStep) continue;
    picture.append(
      draw("line", { x1: x(page[1]), x2: x(page[1]), y1: middle - 2, y2: middle + 14, class: "page" }),
      draw("text", { x: x(page[1]) + 2, y: height - 2, class: "tick" }, String(page[0])));
  }
  // One mark a pixel, the gravest one.
  const columns = new Map();
  for (const [start, , style] of marks) {
    const key = `${Math.round(x(start))} ${style === "repair"}`;
    if (!columns.has(key) || (rank[style] ?? 0) > (rank[columns.get(key)[1]] ?? 0)) columns.set(key, [start, style]);
  }
  for (const [key, [start, style]] of columns) {
    const at = Number(key.split(" ")[0]);
    const [y1, y2] = style === "repair" ? [middle + 15, middle + 24] : [middle - 3, middle - 9 - 5 * rank[style]];
    const line = draw("line", { x1: at, x2: at, y1, y2, class: `spot ${style}` });
    line.addEventListener("click", () => show([start, marks.find((mark) => mark[0] === start)[1] - start]));
    picture.append(line);
  }
  container.replaceChildren(picture, h("p", { class: "key" },
    h("span", { class: "swatch letter" }, say("来文", "letter")),
    h("span", { class: "swatch summary" }, say("汇总表", "summary")),
    h("span", { class: "swatch form" }, say("明细表", "forms")),
    h("span", {}, say("上：发现，高者更重", "above: findings, the higher the graver")),
    h("span", { class: "dot repair" }, say("下：修复", "below: repairs"))));
}

/** The ledger's bar: how much of the paper went where. */
function ledgerBar() {
  const bar = document.getElementById("accounts");
  for (const part of bar.children) part.style.flexGrow = part.dataset.count;
}
