// The files as they were given, beside everything else; a value and its characters find each other.

const pane = document.getElementById("source");
const sheet = document.getElementById("source-text");

/** Marks that stand in the text: [start, end, style], one for each place of a finding or repair. */
const marks = [];
for (const [number, finding] of data.findings.entries()) {
  for (const value of finding.values) {
    for (let i = 0; i < value.at.length; i += 2) {
      marks.push([value.at[i], value.at[i] + value.at[i + 1], finding.severity, number]);
    }
  }
}
for (const repair of data.repairs) {
  for (const cell of repair.cells) {
    for (let i = 0; i < cell.length; i += 2) marks.push([cell[i], cell[i] + cell[i + 1], "repair"]);
  }
}

/** Pieces of about a screen: [start, end, number of its first line, whether that line begins]. */
const pieces = [];
let base = 0;
for (const source of data.sources) {
  let line = 1, position = 0, begins = true;
  while (position < source.text.length) {
    let end = source.text.indexOf("\n", Math.min(position + 4000, source.text.length));
    // A file may be one line of a million characters.
    if (end < 0) end = source.text.length - 1;
    if (end > position + 12000) end = position + 12000;
    end += 1;
    if (/[\uD800-\uDBFF]/.test(source.text[end - 1])) end += 1;
    pieces.push({ start: base + position, end: base + end, line, begins, source, marks: [] });
    for (let at = position; (at = source.text.indexOf("\n", at)) >= 0 && at < end; at++) line++;
    begins = source.text[end - 1] === "\n";
    position = end;
  }
  base += source.text.length;
}
const pieceAt = (offset) => {
  let low = 0, high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pieces[middle].start <= offset) low = middle; else high = middle - 1;
  }
  return pieces[low];
};
for (const mark of marks) {
  for (let piece = pieceAt(mark[0]); piece && piece.start < mark[1]; ) {
    piece.marks.push(mark);
    piece = piece.end < mark[1] ? pieceAt(piece.end) : null;
  }
}

/** The line of an offset in its file, and the file. */
function lineOf(offset) {
  const piece = pieceAt(offset);
  let line = piece.line;
  for (let at = piece.start; (at = text.indexOf("\n", at)) >= 0 && at < offset; at++) line++;
  return { line, source: piece.source };
}

/** The page of an offset; undefined where the format has none. */
const pageOf = (offset) => data.pages.findLast((page) => page[1] <= offset)?.[0];

/** A place for people: `78`, `3:78` with a page, with the file's name where there are several. */
function margin(place) {
  if (!place.length) return "";
  const { line, source } = lineOf(place[0]);
  const page = pageOf(place[0]);
  return (data.sources.length > 1 ? `${source.name}:` : "") + (page ? `${page}:` : "") + line;
}

/** What is shown as selected: [start, end] pairs. */
let selected = [];

/** The characters from start to end, cut where a mark begins or ends. */
function marked(start, end, marks) {
  const cuts = new Set([start, end]);
  const inside = marks.filter((mark) => mark[0] < end && mark[1] > start);
  for (const mark of inside) cuts.add(Math.max(start, mark[0])).add(Math.min(end, mark[1]));
  const points = [...cuts].sort((a, b) => a - b);
  const parts = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const styles = inside.filter((mark) => mark[0] <= points[i] && mark[1] >= points[i + 1]);
    const nodes = cells(text.slice(points[i], points[i + 1]));
    if (!styles.length) parts.push(...nodes);
    else parts.push(h("mark", { class: [...new Set(styles.map((mark) => mark[2]))].join(" ") }, nodes));
  }
  return parts;
}

/** Text with its tabs, which part cells, made visible. */
const cells = (part) => part.split(/(\t)/).filter(Boolean).map(
  (piece) => (piece === "\t" ? h("i", { class: "tab" }, "\t") : piece));

function write(piece) {
  const here = selected.filter((range) => range[0] < piece.end && range[1] > piece.start)
    .map((range) => [...range, "here"]);
  const all = [...piece.marks, ...here];
  const lines = [];
  let number = piece.line;
  for (let start = piece.start; start < piece.end; ) {
    let end = text.indexOf("\n", start);
    if (end < 0 || end >= piece.end) end = piece.end;
    const isFirst = start > piece.start || piece.begins;
    const line = h("div", { class: "line", "data-line": isFirst ? number : "" }, marked(start, end, all));
    line.start = start;
    lines.push(line);
    number += 1;
    start = end + 1;
  }
  piece.element.style.minHeight = "";
  piece.element.replaceChildren(...lines);
}

for (const [index, piece] of pieces.entries()) {
  if (data.sources.length > 1 && piece.source !== pieces[index - 1]?.source) {
    sheet.append(h("h3", {}, piece.source.name));
  }
  const count = text.slice(piece.start, piece.end).split("\n").length;
  piece.element = h("div", { class: "piece", style: { minHeight: `${count * 1.7}em` } });
  sheet.append(lazily(piece.element, () => write(piece)));
}

/** Says above the paper where the selected characters stand. */
function namePlace() {
  const head = document.getElementById("source-place");
  if (!selected.length) {
    head.textContent = data.sources[0]?.name ?? "";
    return;
  }
  const start = selected[0][0];
  const { source, line } = lineOf(start);
  const page = pageOf(start);
  head.textContent = `${source.name} · `
    + (page ? say(`第 ${page} 页 `, `page ${page}, `) : "") + say(`第 ${line} 行`, `line ${line}`);
}

namePlace();

/** Shows a place: selects its characters and brings them to the middle. */
function show(place) {
  if (!place.length) return;
  const old = selected;
  selected = [];
  for (let i = 0; i < place.length; i += 2) selected.push([place[i], place[i] + place[i + 1]]);
  for (const piece of pieces) {
    const isTouched = [...old, ...selected].some(
      (range) => range[0] < piece.end && range[1] > piece.start);
    if (!isTouched) continue;
    fill(piece.element);
    write(piece);
  }
  pane.classList.add("open");
  showPage(place);
  namePlace();
  centre();
  // What lies above may have grown when it was filled.
  requestAnimationFrame(centre);
}

/** Words with boxes: [start, end, page, left, top, right, bottom], in the order of the files. */
const boxes = [];
for (let i = 0; i < data.boxes.length; i += 7) {
  boxes.push([data.boxes[i], data.boxes[i] + data.boxes[i + 1], ...data.boxes.slice(i + 2, i + 7)]);
}

/** Shows a place on its page: the image, or the words where their boxes stand. */
function showPage(place) {
  const frame = document.getElementById("source-page");
  const chosen = boxes.filter((box) => selected.some((range) => box[0] < range[1] && box[1] > range[0]));
  frame.hidden = !chosen.length;
  if (!chosen.length) return;
  const page = chosen[0][2];
  const all = boxes.filter((box) => box[2] === page);
  const image = data.images.find((image) => image.page === page);
  const right = image?.box?.[2] || Math.max(...all.map((box) => box[5])) * 1.05;
  const bottom = image?.box?.[3] || Math.max(...all.map((box) => box[6])) * 1.05;
  // A part of the page around the characters, large enough to be read.
  const own = chosen.filter((box) => box[2] === page);
  const [from, to] = [Math.min(...own.map((box) => box[3])), Math.max(...own.map((box) => box[5]))];
  const wide = Math.min(right, Math.max((to - from) * 1.2, right * 0.55));
  const height = Math.min(bottom, wide * 0.5);
  const left = Math.max(0, Math.min(right - wide, (from + to - wide) / 2));
  const top = Math.max(0, Math.min(bottom - height, (own[0][4] + own[0][6] - height) / 2));
  const picture = draw("svg", { viewBox: `${left} ${top} ${wide} ${height}`, role: "img",
    "aria-label": say(`第 ${page} 页上的位置`, `The place on page ${page}`) },
    draw("rect", { x: 0, y: 0, width: right, height: bottom, class: "sheet" }));
  if (image?.data) picture.append(draw("image", { href: image.data, width: right, height: bottom, preserveAspectRatio: "none" }));
  const rectangle = (box, style) => draw("rect", {
    x: box[3], y: box[4], width: box[5] - box[3], height: box[6] - box[4], class: style });
  for (const box of all) {
    if (box[6] < top || box[4] > top + height) continue;
    if (image?.data) { picture.append(rectangle(box, "word")); continue; }
    const [high, wide] = [box[6] - box[4], Math.max(1, box[5] - box[3])];
    const size = Math.min(high * 0.8, (wide / (box[1] - box[0])) * 1.8);
    const word = draw("text", { x: box[3], y: (box[4] + box[6] + size * 0.75) / 2,
      textLength: wide, lengthAdjust: "spacingAndGlyphs" }, text.slice(box[0], box[1]));
    word.style.fontSize = `${size}px`;
    picture.append(word);
  }
  for (const box of own) picture.append(rectangle(box, "chosen"));
  frame.replaceChildren(picture);
}

function centre() {
  const mark = sheet.querySelector("mark.here");
  if (!mark) return;
  const [a, b] = [mark.getBoundingClientRect(), sheet.getBoundingClientRect()];
  sheet.scrollTop += a.top - b.top - sheet.clientHeight / 3;
}

/** Everything that was read, by place: [start, end, record, path]; made at the first question. */
let values;
function allValues() {
  if (values) return values;
  values = [];
  const add = (record, path, field) => {
    if (field.length > 5) values.push([field[5], field[5] + field[6], record.id, path]);
  };
  for (const { record } of records.values()) {
    for (const field of record.fields) add(record, data.names[field[0]][0], field);
    for (const [name, ...items] of record.groups) {
      for (const [index, item] of items.entries()) {
        for (const field of item) {
          add(record, `${data.names[name][0]}[${index}].${data.names[field[0]][0]}`, field);
        }
      }
    }
  }
  return values.sort((a, b) => a[0] - b[0]);
}

/** The value whose characters stand at an offset, the shortest where several do. */
function valueAt(offset) {
  const all = allValues();
  let low = 0, high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (all[middle][0] <= offset) low = middle + 1; else high = middle;
  }
  let best;
  for (let i = low - 1; i >= Math.max(0, low - 60); i--) {
    if (all[i][1] > offset && (!best || all[i][1] - all[i][0] < best[1] - best[0])) best = all[i];
  }
  return best;
}

/** The offset of the character under the pointer. */
function offsetUnder(event) {
  const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
  const range = caret ? null : document.caretRangeFromPoint?.(event.clientX, event.clientY);
  const node = caret?.offsetNode ?? range?.startContainer;
  const line = node?.parentElement?.closest(".line");
  if (!line) return undefined;
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(node, caret?.offset ?? range.startOffset);
  return line.start + before.toString().length;
}
