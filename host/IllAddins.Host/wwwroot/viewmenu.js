// The menu in which somebody chooses columns and sounds.

import { button, element } from "./elements.js";
import { say } from "./status.js";
import { words } from "./words.js";

/** changed(): the columns are to be laid out anew; widen(at, steps): one is to be wider; reset(): all is to be as it was at first. */
export function wireViewMenu(menu, columns, view, { changed, widen, reset }) {
  const boxes = columns.all.map(({ title }, at) => {
    const [line, label, box] = [element("div", "choice-line"), element("label", "choice"), element("input", "", { type: "checkbox" })];
    box.disabled = at === columns.numberAt;
    box.addEventListener("change", () => { columns.want(at, box.checked); changed(); show(); });
    label.append(box, title);
    // For whoever cannot draw the grip of a head.
    const widths = [button("\u2212", "act", { "aria-label": words.narrower(title) }, () => widen(at, -1)), button("+", "act", { "aria-label": words.wider(title) }, () => widen(at, 1))];
    line.append(label, ...widths);
    return { line, box, widths, at };
  });
  const sounds = menu.querySelector("[data-sounds]");
  const show = () => {
    for (const { box, widths, at } of boxes) {
      box.checked = columns.isWanted(at);
      for (const width of widths)
        width.disabled = !columns.shown.includes(at);
    }
    sounds.checked = view.sounds;
  };
  sounds.addEventListener("change", () => { view.sounds = sounds.checked; view.save(); });
  const atFirst = button(menu.dataset.reset, "", {}, () => {
    reset();
    show();
    say(words.viewReset);
  });
  menu.querySelector("[data-columns]").append(...boxes.map(({ line }) => line), atFirst);
  menu.addEventListener("toggle", show);
  // The menu is seen before it tells that it was opened.
  show();
}
