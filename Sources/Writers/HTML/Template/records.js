// The table of pairs, and what a record holds.

/** A tick, a sign for unequal, or a dash. */
function comparison(unit) {
  const verdict = verdictOf(unit);
  const signs = { exact: "✓", rounded: "≈", coarse: "◇", open: unit.link?.[4] ? "?" : "—", broken: unit.row && unit.form ? "≠" : "∅" };
  return h("td", { class: `mark ${verdict}`, title: word("verdict", verdict) }, signs[verdict] ?? "≠");
}

/** A value that both sides state: once where it is the same, else both with what differs. */
function shared(unit, role) {
  const [row, form] = [[unit.row, 0], [unit.form, 1]].map(
    ([record, side]) => fieldOf(record, data.roles[role][side]));
  const known = row ?? form;
  if (!known) return "";
  if (!row || !form) return figure(valueOf(known), placeOf(known));
  const [before, after] = [valueOf(row), valueOf(form)];
  if (before === after) return figure(before, placeOf(row));
  // Two names of one body, short and long, are no difference that anybody needs to see.
  const isSeen = findingsOf.get(unit.number)?.some((number) => data.findings[number].check === "NM04");
  if (role === "organisation" && !isSeen) return figure(after, placeOf(form));
  const parts = differences(before, after);
  const side = (field, kind, tag) => h("button", { type: "button", class: "v", "data-at": placeOf(field).join() },
    parts.filter((part) => part[0] === 0 || part[0] === kind)
      .map((part) => (part[0] === 0 ? part[1] : h(tag, {}, part[1]))));
  return [side(row, -1, "del"), h("br"), side(form, 1, "ins")];
}

/** How many findings of each severity a pair has, as dots. */
function dots(unit) {
  const own = findingsOf.get(unit.number) ?? [];
  const counts = Object.keys(rank).map((severity) =>
    [severity, own.filter((number) => data.findings[number].severity === severity).length]);
  return counts.filter((entry) => entry[1]).map(([severity, count]) =>
    h("button", {
      type: "button", class: `dot ${severity}`, title: word("severity", severity),
      onclick: () => narrow({ kind: severity, records: new Set([unit.row?.id, unit.form?.id]) }),
    }, String(count)));
}

const columnCount = 8;

/** The rows of the table for one pair: the line, and on demand all that was read of it. */
function pairRow(unit) {
  const amount = (record, side) => {
    const field = fieldOf(record, data.roles.amount[side]);
    return h("td", { class: "n" }, field ? [figure(valueOf(field), placeOf(field)), repaired(field)] : "");
  };
  const sequence = fieldOf(unit.row, data.roles.sequence[0]);
  const toggle = h("button", {
    type: "button", class: "toggle", "aria-expanded": "false",
    "aria-label": say("展开", "Show all fields"), onclick: () => expand(unit),
  }, sequence ? valueOf(sequence) : unit.row ? unit.row.id.split("/")[1] : "—");
  const difference = unit.link?.[4];
  const row = h("tr", { id: unit.row?.id ?? unit.form.id, class: unit.row && unit.form ? "" : "alone" },
    h("td", {}, toggle), h("td", { class: "name" }, shared(unit, "key")),
    h("td", { class: "org" }, shared(unit, "organisation")),
    amount(unit.row, 0), amount(unit.form, 1),
    h("td", { class: "n difference" }, difference && Number(difference) ? difference : ""),
    comparison(unit), h("td", { class: "dots" }, dots(unit)));
  unit.element = row;
  return row;
}

/** A sign that a repair moved a value here. */
function repaired(field) {
  const number = field[4] || field[3];
  return number ? h("a", { class: "moved", href: `#r${number}`, title: `r${number}` }, "↕") : null;
}

function expand(unit, isOpen) {
  const toggle = unit.element.querySelector(".toggle");
  const next = unit.element.nextElementSibling;
  const isShown = next?.classList.contains("whole");
  if (isShown === (isOpen ?? !isShown)) return;
  toggle.setAttribute("aria-expanded", String(!isShown));
  if (isShown) return next.remove();
  unit.element.after(h("tr", { class: "whole" }, h("td", { colspan: columnCount },
    [unit.row, unit.form].filter(Boolean).map(recordView))));
}

/** Everything that was read of a record. */
function recordView(record) {
  const value = (field) => [
    figure(valueOf(field), placeOf(field)), field[2] ? h("small", {}, ` ${field[2]}`) : null, repaired(field)];
  const groups = record.groups.map(([name, ...items]) => {
    const used = [...new Set(items.flat().map((field) => field[0]))];
    return h("div", { class: "scroll" }, h("table", { class: "group" },
      h("caption", {}, label(data.names[name][0])),
      h("thead", {}, h("tr", {}, h("th", {}, "#"), used.map((name) => h("th", {}, label(data.names[name][0], true))))),
      h("tbody", {}, items.map((item, index) => h("tr", { "data-path": `${data.names[name][0]}[${index}]` },
        h("td", { class: "quiet" }, String(index + 1)),
        used.map((name) => {
          const field = item.find((field) => field[0] === name);
          return h("td", { "data-field": data.names[name][0] }, field ? value(field) : "");
        }))))));
  });
  return h("section", { class: "record", "data-record": record.id },
    h("h3", {}, h("span", { class: "quiet", title: record.id }, recordWord(record.id)), " ", nameOf(record.id)),
    h("dl", {}, record.fields.map((field) => h("div", { "data-path": data.names[field[0]][0] },
      h("dt", {}, label(data.names[field[0]][0])), h("dd", {}, value(field))))),
    groups);
}

/** The table of pairs; its rows are made when they come near. */
function pairs(container) {
  const { rows, forms, stated, unit } = data.tieOut;
  const heads = [["#", "#"], ["项目", "Project"], ["单位", "Organisation"], ["汇总表", "Summary"],
    ["明细表", "Form"], ["差额", "Difference"], ["", ""], ["发现", "Findings"]];
  const table = h("table", { class: "pairs" },
    h("thead", {}, h("tr", {}, heads.map(([zh, en], index) =>
      h("th", { scope: "col", class: index >= 3 && index <= 5 ? "n" : "" }, say(zh, en),
        index === 3 || index === 4 ? h("small", {}, ` ${unit ?? ""}`) : null)))));
  for (let start = 0; start < units.length; start += 50) {
    const part = units.slice(start, start + 50);
    const body = h("tbody", {}, h("tr", {}, h("td", {
      colspan: columnCount, style: { height: `${part.length * 38}px` } })));
    for (const unit of part) unit.body = body;
    table.append(lazily(body, () => body.replaceChildren(...part.map(pairRow))));
  }
  const foot = (zh, en, row, form, difference) => h("tr", {}, h("td"), h("th", { scope: "row" }, say(zh, en)),
    h("td"), h("td", { class: "n" }, row ?? ""), h("td", { class: "n" }, form ?? ""),
    h("td", { class: "n" }, difference ?? ""), h("td"), h("td"));
  table.append(h("tfoot", {}, foot("合计", "Sum", rows.sum, forms.sum),
    stated === undefined ? null : foot("列示合计", "Stated total", figure(stated, data.tieOut.at))));
  container.replaceChildren(h("div", { class: "scroll" }, table));
}

/** Shows a record's row, opened; `path` names the field in it that is meant. */
function openRecord(id, path) {
  const unit = records.get(id)?.unit;
  if (!unit) return false;
  fill(unit.body);
  expand(unit, true);
  const view = unit.element.nextElementSibling.querySelector(`[data-record="${CSS.escape(id)}"]`);
  const [group, field] = (path ?? "").split(/\.(?=[^.]*$)/);
  let target = view ?? unit.element;
  if (path && view) {
    const row = view.querySelector(`[data-path="${CSS.escape(field ? group : path)}"]`);
    target = (field && row?.querySelector(`[data-field="${CSS.escape(field)}"]`)) ?? row ?? target;
  }
  flash(target);
  return true;
}

/** Brings an element to the middle and lets it glow for a moment. */
function flash(element) {
  element.scrollIntoView({ block: "center" });
  element.classList.remove("flash");
  requestAnimationFrame(() => element.classList.add("flash"));
}
