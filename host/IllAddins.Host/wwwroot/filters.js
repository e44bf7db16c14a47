// The filters of a screen: by the values of a column, or by how long something has waited.

import { element } from "./elements.js";

const day = 86_400;

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
    for (const { select, at, days } of this.#selects) {
      if (days)
        continue;
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
      select.value === "" || (days ? this.#age(row, at) >= Number(select.value) * day : row.cells[at] === select.value));
  }

  /** Whether a row has waited too long by the filter of a column. */
  isLate(row, at) {
    const filter = this.#selects.find(each => each.days && each.at === at && each.select.dataset.tooLong !== "0");
    return filter !== undefined && this.#age(row, at) >= Number(filter.select.dataset.tooLong) * day;
  }

  #age(row, at) {
    const times = this.#times[at];
    const seconds = times?.seconds[row.index] ?? null;
    return seconds === null ? -1 : times.moments ? this.#now - seconds : seconds;
  }
}
