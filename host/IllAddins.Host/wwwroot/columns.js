// Widths of the columns, from what stands in them; secondary columns give way where the window is narrow.

const boxWidth = 4;
const sampled = 300;

export class Columns {
  /** Indexes of the columns shown. */
  shown = [];
  numberAt;
  #heads;
  #wanted = [];
  #numeric = [];

  constructor(headRow) {
    this.#heads = [...headRow.querySelectorAll("[role=columnheader]:not(.box-cell)")];
    this.numberAt = this.#heads.findIndex(head => head.dataset.number === "yes");
    this.shown = this.#heads.map((_, at) => at);
  }

  get count() {
    return this.#heads.length;
  }

  isNumeric(at) {
    return this.#numeric[at] === true;
  }

  measure(content) {
    this.#numeric = content.numeric;
    const step = Math.max(1, Math.floor(content.rows.length / sampled));
    this.#wanted = this.#heads.map((head, at) => {
      const lengths = [];
      for (let index = 0; index < content.rows.length; index += step)
        lengths.push(content.rows[index].cells[at].length);
      lengths.sort((left, right) => left - right);
      const usual = lengths.length === 0 ? 0 : lengths[Math.floor((lengths.length - 1) * 0.95)];
      return Math.min(Math.max(usual, Math.ceil(head.textContent.length * 1.15), 4), 90) + 2;
    });
    this.#heads.forEach((head, at) => head.classList.toggle("numeric", this.isNumeric(at)));
  }

  /** Lays the columns into a width; answers whether other columns are shown than before. */
  fit(grid) {
    const sign = signWidth(grid);
    const room = grid.clientWidth / sign;
    const least = at => Math.min(this.#wanted[at] ?? 6, 22);
    const all = this.#heads.map((_, at) => at);
    const total = columns => columns.reduce((sum, at) => sum + least(at), boxWidth);
    let shown = all;
    for (const at of all.toReversed()) {
      if (total(shown) <= room)
        break;
      if (this.#heads[at].dataset.secondary === "yes" && at !== 0 && at !== this.numberAt)
        shown = shown.filter(other => other !== at);
    }
    const same = shown.join() === this.shown.join();
    this.shown = shown;
    this.#heads.forEach((head, at) => { head.hidden = !shown.includes(at); });
    const tracks = shown.map(at => `minmax(${least(at)}ch, ${this.#wanted[at]}fr)`);
    grid.style.setProperty("--columns", `${boxWidth}ch ${tracks.join(" ")}`);
    grid.style.setProperty("--least", `${total(shown)}ch`);
    return !same;
  }
}

function signWidth(grid) {
  const probe = document.createElement("span");
  probe.style.cssText = "position:absolute;visibility:hidden;width:100ch";
  grid.append(probe);
  const width = probe.getBoundingClientRect().width / 100;
  probe.remove();
  return width || 8;
}
