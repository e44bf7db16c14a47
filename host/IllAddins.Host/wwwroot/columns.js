// Widths of the columns, from what stands in them or as somebody drew them; secondary columns give way where the window is narrow.

import { words } from "./words.js";

const boxWidth = 4;
const sampled = 300;
const narrowest = 4;
const widest = 120;
// What a column of long texts takes at least, where there is room and where there is not; a short one, e.g. a phone number, is shown whole.
const roomy = 34;
const tight = 14;
const short = 18;
// More than this does not count where room is shared out.
const greedy = 40;
// The mark "3 items" beside a number, the arrow of a sorted head, and the space beside every text.
const patronMark = 7.5;
const arrow = 1.5;
const beside = 2;

export class Columns {
  /** Indexes of the columns shown. */
  shown = [];
  numberAt;
  /** One for each column: {name, title, head, secondary}. */
  all;
  /** True where rows carry buttons that mend them. */
  mends = false;
  #view;
  #mendHead;
  #mendWidth = 0;
  #wanted = [];
  #numeric = [];
  #pen = document.createElement("canvas").getContext("2d");

  constructor(headRow, view) {
    this.#view = view;
    this.#mendHead = headRow.querySelector(".mend-head");
    this.all = [...headRow.querySelectorAll("[data-name]")].map(head => (
      { head, name: head.dataset.name, title: head.textContent.trim(), secondary: head.dataset.secondary === "yes" }));
    this.numberAt = this.all.findIndex(column => column.head.dataset.number === "yes");
    this.shown = this.all.map((_, at) => at);
  }

  get count() {
    return this.all.length;
  }

  isNumeric(at) {
    return this.#numeric[at] === true;
  }

  /** commands: the titles of the commands that mend, by name. */
  measure(content, commands) {
    this.#numeric = content.numeric;
    const step = Math.max(1, Math.floor(content.rows.length / sampled));
    const someRows = content.rows.filter((_, index) => index % step === 0);
    this.#wanted = this.all.map((column, at) => {
      const usual = this.#widest(usuallyLongest(someRows.map(row => row.cells[at])), at === this.numberAt ? 600 : 400);
      const head = this.#widest([column.title], 600) + arrow;
      return Math.min(Math.max(usual + (at === this.numberAt ? patronMark : 0), head, narrowest), 90) + beside;
    });
    this.all.forEach((column, at) => column.head.classList.toggle("numeric", this.isNumeric(at)));
    const titles = new Set(content.rows.map(row => commands.get(row.mends?.find(name => commands.has(name)))?.title));
    const attention = new Set(content.groups.filter(group => group.attention).map(group => group.key));
    if (content.rows.some(row => attention.has(row.group) && !row.mends?.some(name => commands.has(name))))
      titles.add(words.openRequest);
    titles.delete(undefined);
    this.#mendWidth = this.#widest([...titles], 400);
    this.mends = titles.size > 0;
    this.#mendHead.hidden = !this.mends;
  }

  // Signs, the widest of some texts.
  #widest(texts, weight) {
    const { fontSize, fontFamily } = getComputedStyle(this.#mendHead);
    this.#pen.font = `${fontSize} ${fontFamily}`;
    const sign = this.#pen.measureText("0").width;
    this.#pen.font = `${weight} ${fontSize} ${fontFamily}`;
    return texts.reduce((most, text) => Math.max(most, this.#pen.measureText(text).width / sign), 0);
  }

  /** Whether somebody sees a column, or would in a wide window. */
  isWanted(at) {
    return at === this.numberAt || this.#view.shown[this.all[at].name] !== false;
  }

  /** Shows or hides a column from now on. */
  want(at, shown) {
    this.#view.shown[this.all[at].name] = shown;
    this.#view.save();
  }

  /** Signs; null makes it the usual width again. */
  setWidth(at, width) {
    if (width === null)
      delete this.#view.widths[this.all[at].name];
    else
      this.#view.widths[this.all[at].name] = Math.round(Math.max(narrowest, Math.min(width, widest)));
    this.#view.save();
  }

  /** Signs, as it is drawn now. */
  widthOf(at, grid) {
    return this.all[at].head.getBoundingClientRect().width / signWidth(grid);
  }

  /** Lays the columns into the width of the grid. */
  fit(grid) {
    const room = grid.clientWidth / signWidth(grid);
    const own = at => this.#view.widths[this.all[at].name];
    let most = roomy;
    const least = at => own(at) ?? (this.#wanted[at] <= short ? this.#wanted[at] : Math.min(this.#wanted[at] ?? 6, most));
    const mend = this.mends ? this.#mendWidth * 0.93 + 7.5 : 0;
    const total = columns => columns.reduce((sum, at) => sum + least(at), boxWidth + mend);
    let shown = this.all.map((_, at) => at).filter(at => this.isWanted(at));
    for (const at of shown.toReversed()) {
      if (total(shown) <= room)
        break;
      if (this.all[at].secondary && at !== 0 && at !== this.numberAt && this.#view.shown[this.all[at].name] !== true)
        shown = shown.filter(other => other !== at);
    }
    if (total(shown) > room)
      most = tight;
    this.shown = shown;
    this.all.forEach((column, at) => {
      column.head.hidden = !shown.includes(at);
      column.head.classList.toggle("last-shown", this.mends && at === shown.at(-1));
    });
    const tracks = shown.map(at => own(at) === undefined ? `minmax(${least(at).toFixed(2)}ch, ${Math.min(this.#wanted[at], greedy).toFixed(2)}fr)` : `${own(at)}ch`);
    if (shown.every(at => own(at) !== undefined))
      tracks[tracks.length - 1] = `minmax(${least(shown.at(-1))}ch, 1fr)`;
    grid.style.setProperty("--columns", `${boxWidth}ch ${tracks.join(" ")}${this.mends ? ` ${mend}ch` : ""}`);
    grid.style.setProperty("--least", `${total(shown)}ch`);
  }
}

// The longest texts but for one in twenty.
function usuallyLongest(texts) {
  texts.sort((left, right) => left.length - right.length);
  const last = Math.ceil(texts.length * 0.95);
  return texts.slice(Math.max(0, last - 10), last);
}

export function signWidth(grid) {
  const probe = document.createElement("span");
  probe.style.cssText = "position:absolute;visibility:hidden;width:100ch";
  grid.append(probe);
  const width = probe.getBoundingClientRect().width / 100;
  probe.remove();
  return width || 8;
}
