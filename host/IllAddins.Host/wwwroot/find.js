// The find box: typing narrows the list; Enter, which scanners send too, selects what was scanned. Focus stays in the box.

import { say } from "./status.js";

const pause = 120;

export function wireFind(box, list, grid, selected) {
  let timer = 0;
  const apply = () => {
    clearTimeout(timer);
    list.find = bare(box.value);
    grid.element.scrollTop = 0;
    grid.rebuild();
    selected(false);
  };
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(apply, pause);
  });
  box.addEventListener("keydown", event => {
    if (event.key === "Escape") {
      box.value = "";
      apply();
    }
    if (event.key !== "Enter")
      return;
    event.preventDefault();
    const wanted = bare(box.value);
    if (wanted === "")
      return;
    const hits = exact(list, wanted);
    if (hits.length === 0) {
      apply();
      say(list.foundCount === 0 ? `No request here has '${wanted}'.` : `No number is '${wanted}'. ${list.foundCount} shown contain it.`, list.foundCount === 0);
      box.select();
      return;
    }
    box.value = "";
    apply();
    selected(hits);
  });
}

/** Scanners may send the number between asterisks. */
const bare = text => text.trim().replace(/^\*+|\*+$/g, "").trim();

function exact(list, wanted) {
  const byNumber = /^\d{1,9}$/.test(wanted) ? list.byNumber.get(Number(wanted)) : undefined;
  return byNumber !== undefined ? [byNumber] : list.rows.filter(row => row.cells.some(cell => cell.toLowerCase() === wanted.toLowerCase()));
}
