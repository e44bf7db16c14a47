// The menu in which somebody chooses columns and sounds.

import { button, element } from "./elements.js";
import { say } from "./status.js";
import { words } from "./words.js";

/** changed(): the columns are to be laid out anew. */
export function wireViewMenu(menu, columns, view, changed) {
  const boxes = columns.all.map(({ title }, at) => {
    const [label, box] = [element("label", "choice"), element("input", "", { type: "checkbox" })];
    box.disabled = at === columns.numberAt;
    box.addEventListener("change", () => { columns.want(at, box.checked); changed(); });
    label.append(box, title);
    return { label, box, at };
  });
  const sounds = menu.querySelector("[data-sounds]");
  const show = () => {
    for (const { box, at } of boxes)
      box.checked = columns.isWanted(at);
    sounds.checked = view.sounds;
  };
  sounds.addEventListener("change", () => { view.sounds = sounds.checked; view.save(); });
  const reset = button(menu.dataset.reset, "", {}, () => {
    columns.reset();
    changed();
    show();
    say(words.columnsReset);
  });
  menu.querySelector("[data-columns]").append(...boxes.map(({ label }) => label), reset);
  menu.addEventListener("toggle", show);
}
