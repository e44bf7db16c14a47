// Draws the entries of the list that are in the window; the others are only height. One row, the active one, is a tab stop.

import { groupRow, markRow, requestRow } from "./rows.js";

const beyond = 8;

export class Grid {
  active = 0;
  #element;
  #body;
  #head;
  #list;
  #selection;
  #columns;
  #shown;
  #drawn = new Map();
  #rowHeight = 32;

  /** shown: what a row is made with, {columns, list, commands, requestUrl}. */
  constructor(element, selection, shown) {
    this.#element = element;
    this.#body = element.querySelector(".grid-body");
    this.#head = element.querySelector(".grid-head");
    [this.#list, this.#selection, this.#columns, this.#shown] = [shown.list, selection, shown.columns, shown];
    let waiting = false;
    element.addEventListener("scroll", () => {
      if (!waiting)
        requestAnimationFrame(() => { waiting = false; this.#draw(); });
      waiting = true;
    }, { passive: true });
    // Screen readers may focus a row by themselves.
    element.addEventListener("focusin", event => {
      const index = this.indexOfElement(event.target);
      if (index >= 0 && index !== this.active)
        this.moveTo(index, false);
    });
    new ResizeObserver(() => this.resize()).observe(element);
  }

  get element() {
    return this.#element;
  }

  get activeEntry() {
    return this.#list.entries[this.active];
  }

  /** The row of the active entry. */
  get activeElement() {
    return this.#drawn.get(this.active);
  }

  /** Rows in the window. */
  get page() {
    return Math.max(1, Math.floor((this.#element.clientHeight - this.#head.offsetHeight) / this.#rowHeight) - 1);
  }

  resize() {
    this.#columns.fit(this.#element);
    this.#rowHeight = this.#head.firstElementChild.offsetHeight || this.#rowHeight;
    this.rebuild();
  }

  /** Draws anew after the entries have changed; the entry that was active stays so if it is still there. */
  rebuild(activeKey = this.activeKey) {
    const focused = this.#body.contains(document.activeElement);
    const at = this.#list.indexOf(activeKey);
    this.active = at >= 0 ? at : Math.max(0, Math.min(this.active, this.#list.entries.length - 1));
    this.#body.style.height = `${this.#list.entries.length * this.#rowHeight}px`;
    this.#element.setAttribute("aria-rowcount", this.#list.entries.length + 1);
    this.#element.setAttribute("aria-colcount", this.#columns.count + (this.#columns.mends ? 2 : 1));
    for (const row of this.#drawn.values())
      row.remove();
    this.#drawn.clear();
    this.#draw();
    this.activeKey = this.activeEntry?.key;
    if (focused)
      this.#drawn.get(this.active)?.focus({ preventScroll: true });
  }

  /** Renews what tells selected rows from others. */
  mark() {
    for (const [index, row] of this.#drawn)
      markRow(row, this.#list.entries[index], this.#selection);
  }

  moveTo(index, focus = true) {
    if (this.#list.entries.length === 0)
      return;
    const before = this.#drawn.get(this.active);
    this.active = Math.max(0, Math.min(index, this.#list.entries.length - 1));
    this.activeKey = this.activeEntry.key;
    this.#scrollTo(this.active);
    this.#draw();
    before?.setAttribute("tabindex", "-1");
    const row = this.#drawn.get(this.active);
    row.setAttribute("tabindex", "0");
    if (focus)
      row.focus({ preventScroll: true });
  }

  indexOfElement(target) {
    const row = target.closest("[data-index]");
    return row && this.#body.contains(row) ? Number(row.dataset.index) : -1;
  }

  #scrollTo(index) {
    const top = index * this.#rowHeight;
    const room = this.#element.clientHeight - this.#head.offsetHeight;
    if (top < this.#element.scrollTop)
      this.#element.scrollTop = top;
    else if (top + this.#rowHeight > this.#element.scrollTop + room)
      this.#element.scrollTop = top + this.#rowHeight - room;
  }

  #draw() {
    const first = Math.max(0, Math.floor(this.#element.scrollTop / this.#rowHeight) - beyond);
    const last = Math.min(this.#list.entries.length, Math.ceil((this.#element.scrollTop + this.#element.clientHeight) / this.#rowHeight) + beyond);
    const wanted = new Set([this.active]);
    for (let index = first; index < last; index++)
      wanted.add(index);
    for (const [index, row] of this.#drawn) {
      if (!wanted.has(index)) {
        row.remove();
        this.#drawn.delete(index);
      }
    }
    let next = null;
    for (const index of [...wanted].sort((left, right) => right - left)) {
      if (index >= this.#list.entries.length)
        continue;
      let row = this.#drawn.get(index);
      if (row === undefined) {
        row = this.#make(index);
        this.#drawn.set(index, row);
        this.#body.insertBefore(row, next);
      }
      next = row;
    }
  }

  #make(index) {
    const entry = this.#list.entries[index];
    const row = entry.row ? requestRow(entry, this.#shown) : groupRow(entry, this.#shown);
    row.dataset.index = index;
    row.style.top = `${index * this.#rowHeight}px`;
    row.setAttribute("aria-rowindex", index + 2);
    row.setAttribute("tabindex", index === this.active ? "0" : "-1");
    markRow(row, entry, this.#selection);
    return row;
  }
}
