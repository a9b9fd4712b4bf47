// What all other scripts stand on: the data, the languages, and how elements are made.

const data = JSON.parse(document.getElementById("data").textContent);
/** The characters of all files, one file behind the other; places count in it. */
const text = data.sources.map((source) => source.text).join("");

/** The word in the language of the page. */
const say = (zh, en) => (root.lang === "zh" ? zh : en);
/** The wording of a message in the language of the page. */
const wording = (message) => message[root.lang] ?? message.en;
/** The word for a kind of thing: `word("severity", "error")`. */
const word = (kind, name) => {
  const message = data.words[`${kind}.${name}`];
  return message ? wording(message) : label(name);
};
/** What papers call a field, in the rows of a group or else; in English its name. */
const label = (name, isInGroup) => {
  const known = data.names.find((entry) => entry[0] === name);
  const printed = known && (isInGroup ? known[2] || known[1] : known[1] || known[2]);
  return printed && root.lang === "zh" ? printed : name.replaceAll("_", " ");
};

/** Makes an element; text among the children becomes text and never markup. */
function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "style") Object.assign(element.style, value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== null));
  return element;
}

/** Makes an element of a picture. */
function draw(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(attributes ?? {})) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** The characters at a place. */
const characters = (place) => {
  let result = "";
  for (let i = 0; i < place.length; i += 2) result += text.substr(place[i], place[i + 1]);
  return result;
};

/** A value that shows its characters in the source when it is clicked. */
function figure(value, place, style = "") {
  if (!place || place.length === 0) return h("span", { class: `v ${style}` }, value);
  return h("button", { type: "button", class: `v ${style}`, "data-at": place.join() }, value);
}

// A field is [name, value or 0, unit or 0, row repair, column repair, place …].
const placeOf = (field) => field.slice(5);
const valueOf = (field) => (field[1] === 0 ? characters(placeOf(field)) : field[1]);
const fieldOf = (record, number) => record?.fields.find((field) => field[0] === number);

/** All records by identifier, each with its number among its kind and with its partner. */
const records = new Map();
/** What the overview has a column for: a row with its form, a row or a form without partner. */
const units = [];

for (const [number, row] of data.rows.entries()) {
  units.push({ row, form: null, link: null });
  records.set(row.id, { record: row, number, side: 0, unit: units.at(-1) });
}
for (const link of data.links) {
  const unit = units[link[0]];
  unit.link = link;
  unit.form = data.details[link[1]];
  records.set(unit.form.id, { record: unit.form, number: link[1], side: 1, unit });
}
for (const [number, form] of data.details.entries()) {
  if (records.has(form.id)) continue;
  units.push({ row: null, form, link: null });
  records.set(form.id, { record: form, number, side: 1, unit: units.at(-1) });
}
for (const record of [...data.letter, ...data.total]) records.set(record.id, { record, side: 0 });
for (const [number, unit] of units.entries()) unit.number = number;

/** What a finding counts as: its severity, `open` where it is undecided, `settled` where a reviewer
    has decided on it. */
function kindOf(finding) {
  if (finding.decision?.standing === "current") return "settled";
  return finding.verdict === "open" ? "open" : finding.severity;
}
const kinds = ["error", "warning", "review", "note", "open", "settled"];
const kindWord = (kind) => (kind === "open" ? say("未决", "Open")
  : kind === "settled" ? say("已决定", "Decided") : word("severity", kind));

/** What people call a record. */
function nameOf(id) {
  const known = records.get(id);
  const field = known && fieldOf(known.record, data.roles.key[known.side]);
  return field ? valueOf(field) : "";
}

/** What people call a record: `form 27` for `detail/27`. */
function recordWord(id) {
  const [kind, number] = id.split("/");
  if (!number) return word("record", kind);
  if (id === "summary/total") return word("record", "total");
  return word("record", kind === "detail" ? kind : "row").replace("#", number);
}

/** The sum of decimals, exactly: never through binary fractions. */
function sum(decimals) {
  const scale = Math.max(0, ...decimals.map((value) => (value.split(".")[1] ?? "").length));
  const total = decimals.reduce((sum, value) => {
    const [whole, fraction = ""] = value.split(".");
    return sum + BigInt(whole + fraction.padEnd(scale, "0"));
  }, 0n);
  const digits = String(total < 0n ? -total : total).padStart(scale + 1, "0");
  return (total < 0n ? "-" : "") + digits.slice(0, digits.length - scale)
    + (scale ? `.${digits.slice(-scale)}` : "");
}
const negated = (decimal) => (decimal.startsWith("-") ? decimal.slice(1) : `-${decimal}`);

/** Fills elements when they come near the window, so that thousands open at once. */
const waiting = new Map();
const observer = new IntersectionObserver(
  (entries) => { for (const entry of entries) if (entry.isIntersecting) fill(entry.target); },
  { rootMargin: "1200px" });

function lazily(element, work) {
  waiting.set(element, work);
  observer.observe(element);
  return element;
}

function fill(element) {
  const work = waiting.get(element);
  if (!work) return;
  waiting.delete(element);
  observer.unobserve(element);
  work(element);
}

/** Puts items into a container, in pieces that are made when they are needed. */
function fillInPieces(container, items, size, height, make) {
  container.replaceChildren();
  const pieces = [];
  for (let start = 0; start < items.length; start += size) {
    const part = items.slice(start, start + size);
    const piece = h("div", { class: "piece", style: { minHeight: `${part.length * height}px` } });
    pieces.push(lazily(piece, () => {
      piece.style.minHeight = "";
      piece.replaceChildren(...part.map(make));
    }));
  }
  container.append(...pieces);
  /** Makes the piece with an item. */
  return (index) => { if (index >= 0) fill(pieces[Math.floor(index / size)]); };
}

/** Differences between two short texts: [kind, text] pairs, kind being 0, -1 or 1. */
function differences(before, after) {
  const a = [...before], b = [...after];
  if (a.length * b.length > 40000) return [[-1, before], [1, after]];
  const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i][j] = a[i] === b[j]
        ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
    }
  }
  const parts = [];
  const add = (kind, character) => {
    const last = parts.at(-1);
    if (last && last[0] === kind) last[1] += character;
    else parts.push([kind, character]);
  };
  let i = 0, j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) add(0, a[i++]), j++;
    else if (j >= b.length || (i < a.length && table[i + 1][j] >= table[i][j + 1])) add(-1, a[i++]);
    else add(1, b[j++]);
  }
  return parts;
}
