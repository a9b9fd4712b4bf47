// Puts the page together and listens.

/** A number of things in English. */
const many = (count, noun) => `${count || "no"} ${noun}${count === 1 ? "" : "s"}`;
/** What there is of errors and warnings, and that somebody must see them. */
const attention = (errors, warnings) => {
  const there = errors + warnings === 1 ? "There is" : "There are";
  if (errors && warnings) return `${there} ${many(errors, "error")} and ${many(warnings, "warning")} to look at.`;
  return errors ? `${there} ${many(errors, "error")} to look at, and no warnings.`
    : `There are no errors; ${many(warnings, "warning")} ${warnings === 1 ? "needs" : "need"} looking at.`;
};

/** What the overview says first. */
function lede() {
  const { rows, forms, stated, unit } = data.tieOut;
  const count = (kind) => data.findings.filter((finding) => kindOf(finding) === kind).length;
  const pairs = data.links.length;
  const isWhole = pairs === rows.count && pairs === forms.count;
  const verdict = forms.verdict ?? rows.verdict;
  const parts = [isWhole
    ? say(`汇总表 ${rows.count} 行与明细表 ${forms.count} 张一一配对。`, `All ${rows.count} rows are paired with their forms.`)
    : say(`汇总表 ${rows.count} 行，明细表 ${forms.count} 张，配成 ${pairs} 对。`, `${rows.count} rows and ${forms.count} forms make ${pairs} pairs.`)];
  if (verdict && stated !== undefined) {
    const isTied = verdict === "exact" || verdict === "rounded";
    parts.push(isTied
      ? say(`明细之和与列示合计 ${stated} ${unit ?? ""}${verdict === "exact" ? "相符" : "只差尾数"}。`,
        `The forms add up to the stated ${stated} ${unit ?? ""}${verdict === "exact" ? "." : ", but for rounding."}`)
      : say(`明细之和 ${forms.sum}，列示合计 ${stated} ${unit ?? ""}：${word("verdict", verdict)}。`,
        `The forms add up to ${forms.sum}, the total states ${stated} ${unit ?? ""}: ${word("verdict", verdict)}.`));
  }
  const [errors, warnings] = [count("error"), count("warning")];
  parts.push(errors + warnings
    ? say(`${errors ? `有错误 ${errors} 项` : "没有错误"}，${warnings ? `警告 ${warnings} 项` : "没有警告"}，请核查。`, attention(errors, warnings))
    : say("没有错误，也没有警告。", "There are no errors and no warnings."));
  parts.push(say(`修复 ${data.repairs.length} 处，未归位 ${data.ledger.unplaced} 字。`,
    `${many(data.repairs.length, "repair")}; ${many(data.ledger.unplaced, "character")} unplaced.`));
  document.getElementById("lede").textContent = parts
    .map((part) => part[0].toUpperCase() + part.slice(1)).join(say("", " "));
}

function pictures() {
  bridge(document.getElementById("bridge"));
  matrix(document.getElementById("matrix"));
  strip(document.getElementById("strip"));
}

function render() {
  lede();
  pictures();
  pairs(document.getElementById("pairs-table"));
  filters(document.getElementById("filters"));
  list();
  repairList();
  leftOvers();
}

/** Changes the language; what was being read and typed in stays where it is. */
function switchLanguage() {
  const active = document.activeElement;
  const card = active?.closest?.(".card[id]")?.id;
  const id = active?.id;
  const caret = active?.matches?.("input") ? active.selectionStart : null;
  setLanguage(root.lang === "zh" ? "en" : "zh");
  render();
  namePlace();
  if (card) {
    (card[0] === "f" ? makeFinding(listed.indexOf(Number(card.slice(1)) - 1))
      : makeRepair(repairGroups.indexOf(data.repairs[Number(card.slice(1)) - 1]?.group)));
  }
  const next = document.getElementById(card ?? id);
  if (!next || next === document.activeElement) return;
  next.focus({ preventScroll: !card });
  if (caret !== null) next.setSelectionRange(caret, caret);
}

/** Goes to what the address names: a finding, a repair, a record. */
function go() {
  const id = decodeURIComponent(location.hash.slice(1));
  if (/^f\d+$/.test(id)) return goToFinding(Number(id.slice(1)) - 1);
  if (/^r\d+$/.test(id)) {
    const repair = data.repairs[Number(id.slice(1)) - 1];
    if (!repair) return;
    makeRepair(repairGroups.indexOf(repair.group));
    const run = repair.group.runs.find((run) => run.includes(repair));
    const element = document.getElementById(`r${run[0].number + 1}`);
    element.closest("details")?.setAttribute("open", "");
    return flash(element);
  }
  if (records.has(id)) openRecord(id);
}

function goToFinding(number) {
  if (!data.findings[number]) return;
  if (!listed.includes(number)) narrow({});
  makeFinding(listed.indexOf(number));
  const card = document.getElementById(`f${number + 1}`);
  flash(card);
  card.focus({ preventScroll: true });
}

/** Goes to the next finding of the list, or the one before. */
function step(by) {
  const current = Number(document.activeElement?.closest?.(".card[id^=f]")?.id.slice(1)) - 1;
  const index = listed.indexOf(current);
  const next = listed[index < 0 ? 0 : Math.min(listed.length - 1, Math.max(0, index + by))];
  if (next === undefined) return;
  goToFinding(next);
  show(data.findings[next].values.find((value) => value.at.length)?.at ?? []);
}

function closeSource() {
  pane.classList.remove("open");
}

const keys = {
  j: [() => step(1), "下一项发现", "next finding"],
  k: [() => step(-1), "上一项发现", "finding before"],
  "/": [() => document.getElementById("query").focus(), "查找", "search"],
  1: [() => toggle("error"), "错误", "errors"],
  2: [() => toggle("warning"), "警告", "warnings"],
  3: [() => toggle("review"), "待复核", "to review"],
  4: [() => toggle("note"), "提示", "notes"],
  5: [() => toggle("open"), "未决", "open"],
  l: [() => switchLanguage(), "English", "中文"],
  d: [() => switchTheme(), "深色或浅色", "dark or light"],
  "?": [() => help(), "按键", "keys"],
};

function help() {
  const dialog = document.getElementById("help");
  if (dialog.open) return dialog.close();
  dialog.replaceChildren(h("h2", {}, say("按键", "Keys")), h("dl", {}, Object.entries(keys).map(
    ([key, [, zh, en]]) => h("div", {}, h("dt", {}, h("kbd", {}, key)), h("dd", {}, say(zh, en))))),
    h("p", { class: "quiet" }, say("点一个数，看它在原文里的字；点原文里的字，看它成了什么。",
      "Click a figure to see its characters; click characters to see what they became.")),
    h("form", { method: "dialog" }, h("button", {}, say("关闭", "Close"))));
  dialog.showModal();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    if (event.target.matches("input, select")) event.target.blur();
    else closeSource();
  }
  if (event.target.matches("input, select, textarea")) return;
  const key = keys[event.key];
  if (!key) return;
  event.preventDefault();
  key[0]();
});
document.addEventListener("click", (event) => {
  const value = event.target.closest("[data-at]");
  if (value) show(value.dataset.at.split(",").map(Number));
});
sheet.addEventListener("click", (event) => {
  if (!getSelection().isCollapsed) return;
  const offset = offsetUnder(event);
  const value = offset === undefined ? undefined : valueAt(offset);
  if (value) openRecord(value[2], value[3]);
});
for (const tile of document.querySelectorAll(".tiles button")) {
  tile.addEventListener("click", () => {
    narrow({});
    toggle(tile.dataset.severity);
  });
}
document.getElementById("filters").addEventListener("submit", (event) => event.preventDefault());
document.getElementById("language").addEventListener("click", () => keys.l[0]());
document.getElementById("theme").addEventListener("click", switchTheme);
document.getElementById("keys").addEventListener("click", help);
document.getElementById("source-close").addEventListener("click", closeSource);
addEventListener("hashchange", go);
addEventListener("beforeprint", () => {
  for (const element of [...waiting.keys()]) if (!sheet.contains(element)) fill(element);
});
let resizing;
addEventListener("resize", () => {
  clearTimeout(resizing);
  resizing = setTimeout(pictures, 150);
});

lookAsChosen();
ledgerBar();
render();
go();
