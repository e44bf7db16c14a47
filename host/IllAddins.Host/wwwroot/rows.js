// The elements of one row. Texts go in as text, never as markup.

import { element } from "./elements.js";
import { isLate } from "./filters.js";
import { number, words } from "./words.js";

/** shown: {columns, list, commands, requestUrl}. */
export function requestRow(entry, shown) {
  const { columns } = shown;
  const row = element("div", `grid-row request-row patron-${entry.place}`, { role: "row", "aria-level": 2, "aria-posinset": entry.at, "aria-setsize": entry.of });
  const box = element("div", "box-cell", { role: "gridcell", "aria-colindex": 1 });
  box.append(element("span", "box", { "aria-hidden": "true" }));
  row.append(box);
  for (const at of columns.shown) {
    const text = entry.row.cells[at];
    const isNumber = at === columns.numberAt;
    const cell = element("div", columns.isNumeric(at) ? "cell numeric" : "cell", { role: isNumber ? "rowheader" : "gridcell", "aria-colindex": at + 2 });
    if (text.length > 18)
      cell.title = text;
    if (isNumber)
      cell.append(element("a", "number", { href: shown.requestUrl(entry.row), tabindex: "-1", draggable: "false" }, text));
    else
      cell.append(text);
    if (isNumber && entry.place === "first")
      cell.append(patronMark(shown.list.patronOf(entry.row).length));
    if (isLate(entry.row, at))
      cell.append(" ", element("span", "late", { role: "img", "aria-label": words.tooLong, title: words.tooLong }, "!"));
    row.append(cell);
  }
  if (columns.mends)
    row.append(mendCell(entry.row, shown));
  return row;
}

export function groupRow(entry, { list, columns }) {
  const { group, rows } = entry;
  const row = element("div", group.attention && rows.length > 0 ? "grid-row group-row attention" : "grid-row group-row", {
    role: "row",
    "aria-level": 1,
    "aria-expanded": !list.isFolded(group),
    "aria-posinset": list.groups.indexOf(group) + 1,
    "aria-setsize": list.groups.length,
  });
  const cell = element("div", "group-cell", { role: "gridcell", "aria-colindex": 1, "aria-colspan": columns.count + (columns.mends ? 2 : 1) });
  cell.append(
    element("span", "fold", { "aria-hidden": "true" }),
    element("span", "box", { "aria-hidden": "true" }),
    element("span", "group-title", {}, group.title),
    " ",
    element("span", "group-count", {}, `(${number(rows.length)})`),
    " ",
    element("span", "group-note", {}, group.note));
  row.append(cell);
  return row;
}

export function markRow(row, entry, selection) {
  const rows = entry.row ? [entry.row] : entry.rows;
  const selected = rows.filter(each => selection.has(each)).length;
  row.setAttribute("aria-selected", selected > 0 && selected === rows.length);
  row.classList.toggle("partly", selected > 0 && selected < rows.length);
}

function patronMark(count) {
  return element("button", "patron", { type: "button", tabindex: "-1", "data-patron": "", "aria-label": words.patronLong(count), title: words.patronLong(count) }, words.patronShort(count));
}

// What no command mends is mended on the request form.
function mendCell(row, { columns, commands, list }) {
  const cell = element("div", "cell mends", { role: "gridcell", "aria-colindex": columns.count + 2 });
  const [first, ...others] = (row.mends ?? []).filter(name => commands.has(name));
  if (first === undefined && list.needsAttention(row))
    cell.append(element("button", "act", { type: "button", tabindex: "-1", "data-open": "" }, words.openRequest));
  if (first !== undefined)
    cell.append(element("button", "act", { type: "button", tabindex: "-1", "data-mend": first }, commands.get(first).title));
  if (others.length > 0)
    cell.append(element("button", "act more", { type: "button", tabindex: "-1", "data-more": "", "aria-haspopup": "menu", "aria-label": words.moreOfRow }, "\u25BE"));
  return cell;
}
