// What stands above the grid: how many requests there are and are selected, the jumps to the groups, and the patron's other items.

import { element } from "./elements.js";
import { shortTitle } from "./list.js";
import { patronKey } from "./order.js";
import { number, words } from "./words.js";

const part = id => document.getElementById(id);

/** selected: the rows selected. */
export function showCounts(list, selected) {
  const all = list.isNarrowed ? words.someOf(list.foundCount, list.rows.length) : words.all(list.rows.length);
  const byGroup = list.groups
    .map(group => [selected.filter(row => row.group === group.key).length, shortTitle(group)])
    .filter(([count]) => count > 0)
    .map(([count, title]) => `${number(count)} ${title}`);
  part("counts").textContent = selected.length === 0 ? all : `${all}${words.andSelected(selected.length, byGroup.join(", "))}`;
  const chosen = new Set(selected);
  part("box-all").classList.toggle("on", selected.length > 0 && list.shownRows.length > 0 && list.shownRows.every(row => chosen.has(row)));
  const nothing = list.entries.every(entry => !entry.row && entry.rows.length === 0);
  part("empty").hidden = !nothing;
  part("empty").textContent = list.find !== "" ? words.nothingFits : list.isNarrowed ? words.nothingFitsFilters : words.nothingToDo;
  part("clear-filters").hidden = !list.hasFilters;
  showOthers(list, selected, chosen);
}

/** The rows of the patrons of these rows that are not among them. */
export function othersOf(list, selected, chosen = new Set(selected)) {
  const asked = new Set();
  return selected.flatMap(row => {
    const key = patronKey(row);
    if (key === null || asked.has(key))
      return [];
    asked.add(key);
    return list.patronOf(row).filter(each => !chosen.has(each));
  });
}

export function showJumps(list, jump) {
  part("jumps").hidden = list.groups.length === 0;
  part("jumps").replaceChildren(...list.groups.map(group => {
    const count = list.rows.filter(row => row.group === group.key).length;
    const made = element("button", group.attention && count > 0 ? "attention" : "", { type: "button" }, `${shortTitle(group)} `);
    made.append(element("span", "count", {}, number(count)));
    made.addEventListener("click", () => jump(group));
    return made;
  }));
}

function showOthers(list, selected, chosen) {
  const others = othersOf(list, selected, chosen);
  part("others").hidden = others.length === 0;
  part("others").textContent = words.selectOthers(others.length, new Set(others.map(patronKey)).size);
}
