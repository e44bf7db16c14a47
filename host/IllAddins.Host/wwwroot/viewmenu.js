// The menu in which somebody chooses columns and sounds.

import { button, element } from "./elements.js";
import { say } from "./status.js";
import { words } from "./words.js";

/** changed(): the columns are to be laid out anew; reset(): all is to be as it was at first. */
export function wireViewMenu(menu, columns, view, { changed, reset }) {
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
  const atFirst = button(menu.dataset.reset, "", {}, () => {
    reset();
    show();
    say(words.viewReset);
  });
  menu.querySelector("[data-columns]").append(...boxes.map(({ label }) => label), atFirst);
  menu.addEventListener("toggle", show);
}
