// Findings and repairs: what is shown of them, and each as a card.

/** What the filters let through. */
const filter = { kinds: new Set(), check: "", record: "", query: "", records: null };
let listed = [];
let makeFinding = () => {};
let makeRepair = () => {};

/** Narrows the list to what somebody pointed at, and goes there. */
function narrow({ kind, check, records }) {
  Object.assign(filter, { check: check ?? "", record: "", query: "", records: records ?? null });
  filter.kinds = new Set(kind ? [kind] : []);
  filters(document.getElementById("filters"));
  list();
  document.getElementById("findings").scrollIntoView();
}

function matches(finding) {
  if (filter.kinds.size && !filter.kinds.has(kindOf(finding))) return false;
  if (filter.check && finding.check !== filter.check) return false;
  if (filter.records && !finding.records.some((id) => filter.records.has(id))) return false;
  if (filter.record) {
    const wanted = filter.record.toLowerCase();
    if (!finding.records.some((id) => `${id} ${nameOf(id)}`.toLowerCase().includes(wanted))) return false;
  }
  if (!filter.query) return true;
  const query = filter.query.toLowerCase();
  return [finding.check, finding.message.zh, finding.message.en, finding.record, finding.fingerprint,
    ...finding.values.map((value) => `${value.value} ${characters(value.at)}`)]
    .some((part) => part.toLowerCase().includes(query));
}

/** The filters' controls. */
function filters(form) {
  const changed = (change) => (event) => { change(event.target); list(); };
  const count = (kind) => data.findings.filter((finding) => kindOf(finding) === kind).length;
  const chip = (kind) => h("button", {
    type: "button", class: `chip ${kind}`, "aria-pressed": String(filter.kinds.has(kind)),
    onclick: () => toggle(kind),
  }, kindWord(kind), " ", h("b", {}, String(count(kind))));
  const used = data.checks.filter((check) => data.findings.some((finding) => finding.check === check.id));
  form.replaceChildren(
    h("div", { class: "chips" }, kinds.filter(count).map(chip)),
    h("select", { "aria-label": say("检查", "Check"), onchange: changed((field) => { filter.check = field.value; }) },
      h("option", { value: "" }, say("所有检查", "All checks")),
      used.map((check) => h("option", { value: check.id, selected: check.id === filter.check },
        `${check.id} ${wording(check.title)}`))),
    h("input", { type: "search", id: "record-filter", value: filter.record, list: "record-names",
      placeholder: say("记录：编号或名称", "Record: number or name"), "aria-label": say("记录", "Record"),
      oninput: changed((field) => { filter.record = field.value; filter.records = null; }) }),
    h("input", { type: "search", id: "query", value: filter.query, placeholder: say("文字或数字（/）", "Text or figure (/)"),
      "aria-label": say("查找", "Search"), oninput: changed((field) => { filter.query = field.value; }) }),
    h("button", { type: "button", class: "plain", onclick: () => narrow({}) }, say("清除", "Clear")));
}

function toggle(kind) {
  if (!filter.kinds.delete(kind)) filter.kinds.add(kind);
  filters(document.getElementById("filters"));
  list();
}

/** Lists what the filters let through, the gravest first, the undecided and the decided behind. */
function list() {
  const grade = (finding) => -kinds.indexOf(kindOf(finding));
  listed = [...data.findings.keys()].filter((number) => matches(data.findings[number]))
    .sort((a, b) => grade(data.findings[b]) - grade(data.findings[a]) || a - b);
  document.getElementById("shown").textContent = listed.length === data.findings.length
    ? String(listed.length) : `${listed.length} / ${data.findings.length}`;
  const cards = document.getElementById("cards");
  makeFinding = fillInPieces(cards, listed, 20, 260, card);
  if (!listed.length) cards.append(h("p", { class: "quiet" }, data.findings.length
    ? say("没有符合筛选的发现。", "No finding passes the filters.") : say("没有发现。", "There are no findings.")));
}

/** A link to a finding, a repair or a record. */
const reference = (id) => (/^[fr]\d+$/.test(id) ? h("a", { href: `#${id}` }, id)
  : h("a", { href: `#${id}`, title: id }, recordWord(id)));

/** The line around a place, its characters marked; `row` is the line that was made of pieces. */
function excerpt(place, style, row) {
  if (!place.length) return h("span", { class: "quiet" }, say("算得", "computed"));
  if (row) {
    const [line, start, length] = row;
    return h("button", { type: "button", class: "excerpt", "data-at": place.join() },
      h("span", { class: "margin" }, margin(place)),
      h("span", { class: "line" }, cells(line.slice(0, start)),
        h("mark", { class: style }, cells(line.slice(start, start + length))), cells(line.slice(start + length))));
  }
  const [start, end] = [place[0], place[place.length - 2] + place[place.length - 1]];
  const reach = 90;
  let from = Math.max(text.lastIndexOf("\n", start - 1) + 1, start - reach);
  let to = text.indexOf("\n", start);
  to = Math.min(to < 0 ? text.length : to, Math.min(end, start + 160) + reach);
  if (/[\uDC00-\uDFFF]/.test(text[from])) from += 1;
  if (/[\uD800-\uDBFF]/.test(text[to - 1])) to -= 1;
  const ranges = [];
  for (let i = 0; i < place.length; i += 2) ranges.push([place[i], place[i] + place[i + 1], style]);
  const isCut = from > 0 && text[from - 1] !== "\n";
  return h("button", { type: "button", class: "excerpt", "data-at": place.join() },
    h("span", { class: "margin" }, margin(place)),
    h("span", { class: "line" }, isCut ? "…" : null, marked(from, to, ranges), to < text.length && text[to] !== "\n" ? "…" : null));
}

/** A finding. */
function card(number) {
  const finding = data.findings[number];
  const check = data.checks.find((check) => check.id === finding.check);
  const tags = [
    finding.verdict !== "broken" ? h("span", { class: `verdict ${finding.verdict}` }, word("verdict", finding.verdict)) : null,
    ...(finding.diagnosis ?? []).map((name) => h("span", { class: "tag" }, word("diagnosis", name))),
    finding.attribution !== "undetermined" ? h("span", { class: "tag" }, word("attribution", finding.attribution)) : null,
  ];
  const fact = (zh, en, value) => (value === undefined ? null : h("div", {}, h("dt", {}, say(zh, en)), h("dd", {}, value)));
  return h("article", { class: `card ${finding.severity} ${kindOf(finding)}`, id: `f${number + 1}`, tabindex: "-1" },
    h("header", {}, h("strong", {}, finding.check), " ", check ? wording(check.title) : "", tags,
      h("a", { class: "number", href: `#f${number + 1}` }, `f${number + 1}`)),
    h("p", { class: "subject" }, reference(finding.record), " ", nameOf(finding.record),
      finding.field ? h("span", { class: "quiet", title: `${finding.record} ${finding.field}` },
        ` · ${wording(finding.fieldWords)}`) : null),
    h("p", { class: "message" }, wording(finding.message)),
    finding.values.length ? h("div", { class: "values" }, finding.values.map((value) => h("div", { class: "value" },
      h("span", { class: "role" }, word("role", value.role)),
      h("span", { class: "n" }, figure(value.value, value.at), value.unit ? h("small", {}, ` ${value.unit}`) : null),
      excerpt(value.at, finding.severity, value.row)))) : null,
    intervals(finding.intervals),
    h("dl", { class: "facts" },
      fact("差额", "Difference", finding.difference && finding.difference
        + (finding.differenceInYuan && finding.differenceInYuan !== finding.difference ? say(`（${finding.differenceInYuan} 元）`, ` (${finding.differenceInYuan} 元)`) : "")),
      fact("容差", "Slack", finding.slack), fact("多数", "Majority", finding.majority),
      finding.suggested ? fact("建议", "Suggested", `${finding.suggested.value}${say("：", ": ")}${wording(finding.suggested.grounds)}`) : null,
      finding.related?.length ? fact("另见", "See", finding.related.flatMap((id) => [reference(id), " "])) : null,
      finding.decision ? fact("决定", "Decision", decision(finding.decision)) : null),
    h("p", { class: "print", title: say("指纹", "Fingerprint") }, h("code", {}, finding.fingerprint)));
}

/** A reviewer's word: what was decided, why, by whom and when. */
const decision = ({ ruling, standing, value, reason, by, date }) => {
  const words = { accept: ["接受", "accepted"], reject: ["驳回", "rejected"], correct: ["更正为", "corrected to"],
    current: ["", ""], stale: ["（证据已变，须重定）", "(evidence changed: decide anew)"] };
  return [words[ruling] ? say(...words[ruling]) : ruling, value, words[standing] ? say(...words[standing]) : "",
    [reason, by, date].filter(Boolean).join(" · ")].filter(Boolean).join(" ");
};

/** The readings that were compared, on one axis. */
function intervals(intervals) {
  if (!intervals || intervals.length < 2) return null;
  const ends = intervals.flatMap((interval) => [Number(interval.low), Number(interval.high)]);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const x = (value) => 2 + (96 * (Number(value) - low)) / (high - low || 1);
  return h("div", { class: "intervals" }, intervals.flatMap((interval) => [
    h("span", { class: "role" }, word("role", interval.role)),
    draw("svg", { viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" },
      draw("line", { x1: 0, x2: 100, y1: 4, y2: 4, class: "row" }),
      draw("rect", { x: x(interval.low), width: Math.max(0.6, x(interval.high) - x(interval.low)), y: 2, height: 4 })),
    h("span", { class: "n" }, `${interval.low} … ${interval.high}`)]));
}

/** Repairs that are told about together: neighbours that differ in their cells alone, and the same
    repair of many records. */
const repairGroups = [];
{
  const known = new Map();
  let kind, run;
  const close = () => {
    if (!run) return;
    const same = JSON.stringify([kind[0], run.map((repair) => [repair.before, repair.after])]);
    const group = known.get(same);
    if (group) group.runs.push(run);
    else known.set(same, repairGroups[repairGroups.push({ runs: [run] }) - 1]);
    for (const repair of run) repair.group = group ?? repairGroups.at(-1);
  };
  for (const [number, repair] of data.repairs.entries()) {
    repair.number = number;
    const { rule, state, record, score, evidence, alternatives } = repair;
    const next = [JSON.stringify([rule, state, score, evidence, alternatives]), record];
    if (run && next[0] === kind[0] && next[1] === kind[1]) run.push(repair);
    else { close(); run = [repair]; kind = next; }
  }
  close();
}

/** The cells of a repair: each line as a grid with what stood in its columns and what stands there
    now, or else one line a cell. */
function moves(repair) {
  const { before = [], after = [], cells: places } = repair;
  const cut = [...before, ...after].map((cell) => cell.match(/^([a-z0-9_]+|-): (.*)$/s));
  if (!cut.length || cut.includes(null)) return plainMoves(before, after, places);
  const lines = new Map();
  for (const [index, place] of places.entries()) {
    const line = margin(place);
    if (!lines.has(line)) lines.set(line, []);
    lines.get(line).push(index);
  }
  const order = (name) => (name === "-" ? 1e6 : data.columns.indexOf(name));
  const names = [...new Set(cut.map((cell) => cell[1]))].sort((a, b) => order(a) - order(b));
  const row = (title, line, indices, side) => h("tr", { class: side ? "after" : "" },
    h("td", { class: "margin" }, line), h("td", { class: "quiet" }, title),
    names.map((name) => h("td", {}, indices.map((index) => {
      const cell = cut[side * before.length + index];
      return cell?.[1] === name ? figure(cell[2], side ? [] : places[index]) : null;
    }))));
  return h("table", { class: "grid" },
    h("thead", {}, h("tr", {}, h("th"), h("th"), names.map((name) => h("th", {}, name === "-" ? say("列外", "outside") : label(name, repair.record?.startsWith("detail")))))),
    h("tbody", {}, [...lines].flatMap(([line, indices]) => [
      row(say("印作", "printed"), line, indices, 0), row(say("读作", "read"), "", indices, 1)])));
}

function plainMoves(before, after, places) {
  const blank = () => h("span", { class: "quiet" }, say("（空）", "(blank)"));
  return h("table", { class: "moves" }, h("tbody", {}, Array.from(
    { length: Math.max(before.length, after.length) }, (_, index) => h("tr", {
      class: before[index] === after[index] ? "same" : "" },
      h("td", { class: "margin" }, margin(places[index] ?? [])),
      h("td", {}, before[index] ? figure(before[index], places[index]) : blank()),
      h("td", { class: "quiet" }, "→"), h("td", {}, after[index] || blank())))));
}

/** A repair, or all that are alike. */
function repairCard({ runs }) {
  const repair = runs[0][0];
  const last = runs[0].at(-1).number + 1;
  const subject = (run) => (run[0].record
    ? [reference(run[0].record), " ", nameOf(run[0].record)] : [say("汇总表", "summary")]);
  const others = runs.slice(1).map((run) => h("li", { id: `r${run[0].number + 1}` },
    figure(margin(run[0].cells[0] ?? []), run[0].cells[0]), " ", subject(run)));
  return h("article", { class: `card repair ${repair.state}`, id: `r${repair.number + 1}`, tabindex: "-1" },
    h("header", {}, h("strong", {}, repair.rule), h("span", { class: `tag ${repair.state}` }, word("state", repair.state)),
      repair.score ? h("span", { class: "quiet" }, `${say("得分", "score")} ${repair.score}`) : null,
      h("a", { class: "number", href: `#r${repair.number + 1}` }, `r${repair.number + 1}${runs[0].length > 1 ? `–r${last}` : ""}`)),
    h("p", { class: "subject" }, subject(runs[0])),
    h("div", { class: "scroll" }, runs[0].map(moves)),
    (repair.evidence ?? []).map((reason) => h("p", { class: "reason" }, wording(reason))),
    repair.decision ? h("p", {}, say("决定：", "Decision: "), decision(repair.decision)) : null,
    others.length ? h("details", {}, h("summary", {}, say(`另有 ${others.length} 处相同`, `The same in ${others.length} more places`)),
      h("ul", { class: "left" }, others)) : null,
    repair.alternatives?.length ? h("details", {}, h("summary", {}, say("其他读法", "Also weighed")),
      repair.alternatives.map((reading) => h("p", { class: "reason" }, wording(reading)))) : null);
}

function repairList() {
  const container = document.getElementById("repair-cards");
  makeRepair = fillInPieces(container, repairGroups, 20, 200, repairCard);
  document.getElementById("repairs").hidden = !repairGroups.length;
}

/** What nobody claimed, and what reading had to say. */
function leftOvers() {
  const list = (id, zh, en, items) => document.getElementById(id).replaceChildren(...(items.length
    ? [h("h3", {}, say(zh, en)), h("ul", { class: "left" }, items)] : []));
  list("unplaced", "未归位的文字", "Unplaced text", data.unplaced.map((place, index) =>
    h("li", {}, excerpt(place, "review", data.unplacedRows?.[index]))));
  list("remarks", "读入说明", "Remarks on reading", data.remarks.map((remark) =>
    h("li", {}, h("span", { class: "margin" }, margin(remark.at)), " ", wording(remark.message))));
}
