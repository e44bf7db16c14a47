// What can be done about one row: the buttons on it, and its menu (M, or the menu key).

import { button, element } from "./elements.js";
import { words } from "./words.js";

export class RowActs {
  #grid;
  #list;
  #commands;
  #does;
  #menu = null;

  /** commands: {title} by name; does: {mend(name, row), patron(row), open(row)}. */
  constructor(grid, list, commands, does) {
    [this.#grid, this.#list, this.#commands, this.#does] = [grid, list, commands, does];
    grid.element.addEventListener("click", event => this.#click(event));
    grid.element.addEventListener("scroll", () => this.#close(false), { passive: true });
    document.addEventListener("pointerdown", event => {
      if (this.#menu !== null && !this.#menu.contains(event.target))
        this.#close(false);
    });
  }

  /** Opens the menu of a row below an element of it. */
  open(entry, below) {
    this.#close(false);
    const mends = (entry.row.mends ?? []).filter(name => this.#commands.has(name));
    const patron = this.#list.patronOf(entry.row).length;
    const items = mends.map(name => this.#item(this.#commands.get(name).title, () => this.#does.mend(name, entry.row)));
    if (patron > 1)
      items.push(this.#item(words.selectPatron(patron), () => this.#does.patron(entry.row)));
    items.push(this.#item(words.openRequest, () => this.#does.open(entry.row)));
    const menu = element("div", "row-menu", { role: "menu", "aria-label": words.menuOf(entry.row.transactionNumber) });
    menu.append(...items);
    menu.addEventListener("keydown", event => this.#key(event, items));
    document.querySelector("main").append(menu);
    this.#menu = menu;
    place(menu, below.getBoundingClientRect());
    items[0].focus();
  }

  #item(text, does) {
    return button(text, "", { role: "menuitem", tabindex: "-1" }, () => { this.#close(true); does(); });
  }

  #click(event) {
    const pressed = event.target.closest("[data-mend], [data-more], [data-open], [data-patron]");
    if (pressed === null)
      return;
    const index = this.#grid.indexOfElement(pressed);
    this.#grid.moveTo(index);
    const entry = this.#grid.activeEntry;
    if (pressed.dataset.mend !== undefined)
      this.#does.mend(pressed.dataset.mend, entry.row);
    else if (pressed.dataset.open !== undefined)
      this.#does.open(entry.row);
    else if (pressed.dataset.more !== undefined)
      this.open(entry, pressed);
    else
      this.#does.patron(entry.row);
  }

  #key(event, items) {
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: (at + 1) % items.length, ArrowUp: (at + items.length - 1) % items.length, Home: 0, End: items.length - 1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab")
      this.#close(true);
    else if (to !== undefined)
      items[to].focus();
    else
      return;
    event.preventDefault();
  }

  #close(backToRow) {
    this.#menu?.remove();
    if (this.#menu !== null && backToRow)
      this.#grid.moveTo(this.#grid.active);
    this.#menu = null;
  }
}

function place(menu, below) {
  const left = Math.min(below.left, innerWidth - menu.offsetWidth - 8);
  const under = below.bottom + menu.offsetHeight < innerHeight;
  menu.style.left = `${Math.max(8, left)}px`;
  menu.style.top = `${Math.max(8, under ? below.bottom : below.top - menu.offsetHeight)}px`;
}
