// Widths of the columns, from what stands in them or as somebody drew them; secondary columns give way where the window is narrow.

const boxWidth = 4;
const sampled = 300;
const narrowest = 4;
const widest = 120;
// What a column of long texts takes at least, where there is room and where there is not; a short one, e.g. a phone number, is shown whole.
const roomy = 22;
const tight = 15;
const short = 18;
// The mark "3 items" beside a number.
const patronMark = 2;

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
    this.#wanted = this.all.map((column, at) => {
      const lengths = [];
      for (let index = 0; index < content.rows.length; index += step)
        lengths.push(content.rows[index].cells[at].length);
      lengths.sort((left, right) => left - right);
      const usual = lengths.length === 0 ? 0 : lengths[Math.floor((lengths.length - 1) * 0.95)];
      return Math.min(Math.max(usual, Math.ceil(column.title.length * 1.15) + 1, narrowest), 90) + 2 + (at === this.numberAt ? patronMark : 0);
    });
    this.all.forEach((column, at) => column.head.classList.toggle("numeric", this.isNumeric(at)));
    const titles = content.rows.map(row => commands.get(row.mends?.find(name => commands.has(name)))?.title.length ?? 0);
    this.#mendWidth = titles.reduce((most, length) => Math.max(most, length), 0);
    this.mends = this.#mendWidth > 0;
    this.#mendHead.hidden = !this.mends;
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
    const mend = this.mends ? this.#mendWidth * 0.95 + 6 : 0;
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
    this.all.forEach((column, at) => { column.head.hidden = !shown.includes(at); });
    const tracks = shown.map(at => own(at) === undefined ? `minmax(${least(at)}ch, ${this.#wanted[at]}fr)` : `${own(at)}ch`);
    if (shown.every(at => own(at) !== undefined))
      tracks[tracks.length - 1] = `minmax(${least(shown.at(-1))}ch, 1fr)`;
    grid.style.setProperty("--columns", `${boxWidth}ch ${tracks.join(" ")}${this.mends ? ` ${mend}ch` : ""}`);
    grid.style.setProperty("--least", `${total(shown)}ch`);
  }
}

export function signWidth(grid) {
  const probe = document.createElement("span");
  probe.style.cssText = "position:absolute;visibility:hidden;width:100ch";
  grid.append(probe);
  const width = probe.getBoundingClientRect().width / 100;
  probe.remove();
  return width || 8;
}
