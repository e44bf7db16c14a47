// The filters of a screen: by the values of a column, or by how long something has waited.

import { element } from "./elements.js";
import { words } from "./words.js";

const day = 86_400;
const late = "late";

/** Whether a row has waited too long by the filter of a column, as its site counts. */
export const isLate = (row, at) => row.late?.includes(at) === true;

export class Filters {
  #selects;
  #times = [];
  #now = 0;

  constructor(bar, changed) {
    this.#selects = [...bar.querySelectorAll("select")].map(select => ({ select, at: Number(select.dataset.at), days: select.dataset.filter === "waiting" }));
    bar.addEventListener("change", changed);
  }

  /** Takes the values that can be chosen from the rows; what was chosen stays so. */
  take(content) {
    [this.#times, this.#now] = [content.times, content.now];
    for (const [which, { select, at, days }] of this.#selects.entries()) {
      if (days) {
        this.#offerLate(select, content.tooLong[which]);
        continue;
      }
      const chosen = select.value;
      const values = new Set(content.rows.map(row => row.cells[at]));
      values.delete("");
      if (chosen !== "")
        values.add(chosen);
      const sorted = [...values].sort(new Intl.Collator("en", { numeric: true }).compare);
      select.replaceChildren(select.options[0], ...sorted.map(value => element("option", "", { value }, value)));
      select.value = chosen;
    }
  }

  get any() {
    return this.#selects.some(({ select }) => select.value !== "");
  }

  get chosen() {
    return this.#selects.map(({ select }) => select.value);
  }

  /** The values chosen, in the order of the filters. */
  set chosen(values) {
    this.#selects.forEach(({ select }, which) => {
      const value = values[which] ?? "";
      if (value !== "" && ![...select.options].some(option => option.value === value))
        select.append(element("option", "", { value }, value));
      select.value = value;
    });
  }

  clear() {
    this.chosen = [];
  }

  fits(row) {
    return this.#selects.every(({ select, at, days }) =>
      select.value === "" || (days ? this.#hasWaited(row, at, select.value) : row.cells[at] === select.value));
  }

  #hasWaited(row, at, value) {
    return value === late ? isLate(row, at) : this.#age(row, at) >= Number(value) * day;
  }

  /** long: in words, from when on it is too long; null for never. */
  #offerLate(select, long) {
    const option = select.querySelector(`[value=${late}]`);
    option.hidden = option.disabled = long === null;
    option.textContent = words.tooLongFrom(long);
  }

  #age(row, at) {
    const times = this.#times[at];
    const seconds = times?.seconds[row.index] ?? null;
    return seconds === null ? -1 : times.moments ? this.#now - seconds : seconds;
  }
}
