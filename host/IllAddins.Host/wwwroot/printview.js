// On paper the grid would be blank but for the rows in the window: a plain table of all that is shown stands in for it while the browser prints.

import { element } from "./elements.js";
import { words } from "./words.js";

export function wirePrint(list, columns, title) {
  let table = null;
  window.addEventListener("beforeprint", () => {
    table = tableOf(list, columns, title);
    document.querySelector("main").append(table);
  });
  window.addEventListener("afterprint", () => table?.remove());
}

function tableOf(list, columns, title) {
  const table = element("table", "print-view");
  table.append(element("caption", "", {}, words.printedAs(title, document.getElementById("counts").textContent)));
  const head = element("tr");
  head.append(...columns.shown.map(at => element("th", "", { scope: "col" }, columns.all[at].title)));
  const top = element("thead");
  top.append(head);
  table.append(top);
  for (const { group, rows } of list.entries.filter(entry => !entry.row && entry.rows.length > 0)) {
    const body = element("tbody");
    const heading = element("tr");
    heading.append(element("th", "", { scope: "rowgroup", colspan: columns.shown.length }, `${group.title} (${rows.length})`));
    body.append(heading, ...rows.map(row => {
      const line = element("tr");
      line.append(...columns.shown.map(at => element("td", oneLine(row.cells[at]) ? "one-line" : "", {}, row.cells[at])));
      return line;
    }));
    table.append(body);
  }
  return table;
}

// A phone number is read as one.
const oneLine = text => text.length <= 20 && /^[\d\s()+./-]+$/.test(text);
