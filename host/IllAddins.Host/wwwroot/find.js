// The find box: typing narrows the list; Enter, which scanners send too, selects what was scanned: a number, or a barcode of item or patron. Focus stays in the box.

import { say } from "./status.js";
import { words } from "./words.js";

const pause = 120;

/** does: {applied(): the list was narrowed; hit(rows): these are to be selected; sound(hit)}. */
export function wireFind(box, list, grid, does) {
  let timer = 0;
  const apply = () => {
    clearTimeout(timer);
    list.find = bare(box.value);
    grid.element.scrollTop = 0;
    grid.rebuild();
    does.applied();
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
    const hits = list.exactly(wanted);
    if (hits.length === 0) {
      apply();
      does.sound(false);
      say(list.foundCount === 0 ? words.noHit(wanted) : words.partHit(wanted, list.foundCount), list.foundCount === 0);
      box.select();
      return;
    }
    box.value = "";
    apply();
    does.sound(true);
    does.hit(hits);
  });
}

/** Scanners may send the number between asterisks. */
const bare = text => text.trim().replace(/^\*+|\*+$/g, "").trim();
