// The elements of one row. Texts go in as text, never as markup.

import { element } from "./elements.js";
import { number } from "./words.js";

export function requestRow(entry, columns, requestUrl) {
  const row = element("div", "grid-row request-row", { role: "row", "aria-level": 2, "aria-posinset": entry.at, "aria-setsize": entry.of });
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
      cell.append(numberLink(entry.row, text, requestUrl));
    else
      cell.textContent = text;
    row.append(cell);
  }
  return row;
}

export function groupRow(entry, list, columns) {
  const { group, rows } = entry;
  const row = element("div", group.attention && rows.length > 0 ? "grid-row group-row attention" : "grid-row group-row", {
    role: "row",
    "aria-level": 1,
    "aria-expanded": !list.isFolded(group),
    "aria-posinset": list.groups.indexOf(group) + 1,
    "aria-setsize": list.groups.length,
  });
  const cell = element("div", "group-cell", { role: "gridcell", "aria-colindex": 1, "aria-colspan": columns.count + 1 });
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

function numberLink(row, text, requestUrl) {
  const link = element("a", "number", { href: requestUrl(row), tabindex: "-1", draggable: "false" });
  link.textContent = text;
  return link;
}
