// The heads of the columns: a click or Enter sorts; the grip, or Shift with Left and Right, sets the width. Up from the first row leads here, Down back.

import { signWidth } from "./columns.js";
import { say } from "./status.js";
import { words } from "./words.js";

const step = 2;

export class Heads {
  #grid;
  #list;
  #columns;
  #view;

  constructor(grid, list, columns, view) {
    [this.#grid, this.#list, this.#columns, this.#view] = [grid, list, columns, view];
    columns.all.forEach((column, at) => {
      const [pressed, grip] = [column.head.querySelector("button"), column.head.querySelector(".grip")];
      pressed.addEventListener("click", () => this.#sort(at));
      pressed.addEventListener("keydown", event => this.#key(event, at));
      grip.addEventListener("pointerdown", event => this.#drag(event, at));
      grip.addEventListener("dblclick", () => this.#width(at, null));
    });
  }

  /** Puts the list into the order that was chosen last. */
  apply() {
    const at = this.#columns.all.findIndex(column => column.name === this.#view.sort?.name);
    this.#list.sortBy(at, this.#view.sort?.down === true, this.#columns.numberAt);
    this.#columns.all.forEach(({ head }, each) =>
      head.setAttribute("aria-sort", each !== at ? "none" : this.#view.sort.down ? "descending" : "ascending"));
  }

  enter() {
    this.#button(this.#columns.shown[0]).focus();
  }

  /** Makes a column wider or narrower by so many steps, and says how wide it is. */
  widen(at, steps) {
    this.#width(at, this.#columns.widthOf(at, this.#grid.element) + steps * step);
    say(words.width(this.#columns.all[at].title, this.#view.widths[this.#columns.all[at].name]));
  }

  // Up, down, and then the list's own order again.
  #sort(at) {
    const { name, title } = this.#columns.all[at];
    const { sort } = this.#view;
    this.#view.sort = sort?.name !== name ? { name, down: false } : sort.down ? null : { name, down: true };
    this.#view.save();
    this.apply();
    this.#grid.rebuild();
    say(this.#view.sort === null ? words.unsorted : words.sorted(title, this.#view.sort.down));
  }

  #key(event, at) {
    const { shown } = this.#columns;
    const place = shown.indexOf(at);
    if (event.shiftKey && (event.key === "ArrowLeft" || event.key === "ArrowRight")) {
      this.widen(at, event.key === "ArrowLeft" ? -1 : 1);
    } else if (event.key === "ArrowDown" || event.key === "Escape") {
      this.#grid.moveTo(this.#grid.active);
    } else {
      const to = { ArrowLeft: place - 1, ArrowRight: place + 1, Home: 0, End: shown.length - 1 }[event.key];
      if (to === undefined)
        return;
      this.#button(shown[Math.max(0, Math.min(to, shown.length - 1))]).focus();
    }
    event.preventDefault();
    event.stopPropagation();
  }

  #drag(event, at) {
    const grip = event.currentTarget;
    const sign = signWidth(this.#grid.element);
    const begin = this.#columns.widthOf(at, this.#grid.element);
    grip.setPointerCapture(event.pointerId);
    event.preventDefault();
    grip.onpointermove = moved => this.#width(at, begin + (moved.clientX - event.clientX) / sign);
    grip.onpointerup = grip.onpointercancel = () => { grip.onpointermove = null; };
  }

  #width(at, width) {
    this.#columns.setWidth(at, width);
    this.#columns.fit(this.#grid.element);
  }

  #button(at) {
    return this.#columns.all[at].head.querySelector("button");
  }
}
