// The requests before and after this one, in the order of the list that somebody came from. Links, so that a middle click works; Alt+PageUp and Alt+PageDown for the keyboard.

import { Memory } from "./memory.js";
import { number } from "./words.js";

/** Answers what is to be told when another part of the request is shown: the neighbours open at the same one. */
export function wireNeighbours(nav, current, user) {
  const from = new URLSearchParams(location.search).get("from") ?? "";
  const memory = new Memory(from.replace("/screens/", ""), user);
  const state = memory.load();
  const order = state?.order ?? [];
  const at = order.indexOf(current);
  if (at < 0)
    return () => {};
  // The way back leads to the row looked at last.
  memory.save({ ...state, active: `row ${current}`, opened: true });
  const address = (to, part) => `/requests/${to}?from=${from}${part === "" ? "" : `&part=${part}`}`;
  const links = [[nav.querySelector("[data-way=before]"), order[at - 1]], [nav.querySelector("[data-way=after]"), order[at + 1]]];
  for (const [link, to] of links)
    if (to === undefined)
      link.setAttribute("aria-disabled", "true");
  nav.querySelector("[data-place]").textContent = `${number(at + 1)} of ${number(order.length)}`;
  nav.hidden = false;
  document.addEventListener("keydown", event => {
    const [link, to] = links[{ PageUp: 0, PageDown: 1 }[event.key]] ?? [];
    if (!event.altKey || event.ctrlKey || event.shiftKey || event.metaKey || link === undefined)
      return;
    event.preventDefault();
    if (to !== undefined)
      link.click();
  });
  return part => {
    for (const [link, to] of links)
      if (to !== undefined)
        link.href = address(to, part);
  };
}
