// A screen: reads the rows, keeps grid, ribbon and counts in step, runs the commands.

import { Actions } from "./actions.js";
import { Columns } from "./columns.js";
import { wireFind } from "./find.js";
import { Gestures } from "./gestures.js";
import { Grid } from "./grid.js";
import { List, shortTitle } from "./list.js";
import { Memory } from "./memory.js";
import { getJson } from "./net.js";
import { Ribbon } from "./ribbon.js";
import { Selection } from "./selection.js";
import { say, sayFailure, sayHeld } from "./status.js";
import { number, requests, words } from "./words.js";

const page = document.getElementById("screen");
const { name, token } = page.dataset;
const part = id => document.getElementById(id);
const requestUrl = row => `/requests/${row.transactionNumber}?from=/screens/${name}`;

let groupsSelected = new Set();
const list = new List();
const selection = new Selection();
const memory = new Memory(name);
const columns = new Columns(part("grid").querySelector(".grid-head [role=row]"));
const grid = new Grid(part("grid"), list, selection, columns, requestUrl);
new Gestures(grid, list, selection, selectionChanged, open);
const ribbon = new Ribbon(part("ribbon"), run);
const actions = new Actions({ name, token }, ribbon.commands, async () => {
  const loaded = await load();
  selectionChanged(false);
  return loaded;
});
wireFind(part("find"), list, grid, found);
grid.element.addEventListener("focusin", showCommands);
window.addEventListener("pagehide", remember);

if (await load()) {
  recall();
  selectionChanged(false);
  sayHeld();
}

async function load() {
  grid.element.setAttribute("aria-busy", "true");
  const answer = await getJson(`/screens/${name}/rows`);
  grid.element.setAttribute("aria-busy", "false");
  if (answer.failure !== undefined) {
    sayFailure(answer);
    return false;
  }
  columns.measure(answer.value);
  list.take(answer.value);
  selection.keepOnly(list);
  part("notice").textContent = answer.value.notice;
  grid.resize();
  showJumps();
  return true;
}

function run(button) {
  if (button.dataset.own === "open")
    open(grid.activeEntry.row);
  else if (button.dataset.own === "refresh")
    ribbon.busyWhile(button, refresh);
  else
    ribbon.busyWhile(button, () => actions.run(button.dataset.command, selection.asRows(list)));
}

async function refresh() {
  if (await load()) {
    selectionChanged(false);
    say(`${requests(list.rows.length)}.`);
  }
}

function open(row) {
  location.href = requestUrl(row);
}

function found(rows) {
  if (rows === false) {
    showCounts();
    return;
  }
  selection.set(rows, true);
  const [first] = rows;
  const group = list.groups.find(each => each.key === first.group);
  if (list.isFolded(group))
    list.fold(group, false);
  grid.rebuild();
  grid.moveTo(list.indexOf(`row ${first.transactionNumber}`), false);
  selectionChanged(false);
  say(`Selected: ${rows.length > 1 ? `${rows.length} requests, ` : ""}${first.cells.filter(cell => cell !== "").slice(0, 3).join(", ")}.`);
}

function selectionChanged(spoken) {
  groupsSelected = new Set(list.rows.filter(row => selection.has(row)).map(row => row.group));
  grid.mark();
  showCounts();
  showCommands();
  if (spoken)
    say(selection.size === 0 ? words.nothingSelected : words.selected(selection.size));
}

function showCommands() {
  ribbon.fit(groupsSelected, grid.activeEntry?.row !== undefined);
}

function showCounts() {
  const all = list.find === "" ? requests(list.rows.length) : `${number(list.foundCount)} of ${requests(list.rows.length)}`;
  const byGroup = list.groups
    .map(group => [list.rows.filter(row => row.group === group.key && selection.has(row)).length, shortTitle(group)])
    .filter(([count]) => count > 0)
    .map(([count, title]) => `${number(count)} ${title}`);
  part("counts").textContent = selection.size === 0 ? `${all}.` : `${all}. ${number(selection.size)} selected (${byGroup.join(", ")}).`;
  part("box-all").classList.toggle("on", selection.size > 0 && list.shownRows.every(row => selection.has(row)));
  const nothing = list.entries.every(entry => !entry.row && entry.rows.length === 0);
  part("empty").hidden = !nothing;
  part("empty").textContent = list.find === "" ? "Nothing to do here." : "Nothing here fits the find box.";
}

function showJumps() {
  part("jumps").hidden = list.groups.length === 0;
  part("jumps").replaceChildren(...list.groups.map(group => {
    const count = list.rows.filter(row => row.group === group.key).length;
    const jump = document.createElement("button");
    jump.type = "button";
    jump.className = group.attention && count > 0 ? "attention" : "";
    const figure = document.createElement("span");
    figure.className = "count";
    figure.textContent = number(count);
    jump.append(`${shortTitle(group)} `, figure);
    jump.addEventListener("click", () => {
      const index = list.indexOf(`group ${group.key}`);
      grid.moveTo(list.entries.length - 1, false);
      grid.moveTo(index);
    });
    return jump;
  }));
}

function remember() {
  memory.save({ order: list.shownRows.map(row => row.transactionNumber), selected: selection.asRows(list), folded: list.foldedKeys, active: grid.activeKey, top: grid.element.scrollTop });
}

function recall() {
  const state = memory.load();
  if (state === null)
    return;
  selection.set(state.selected, true);
  selection.keepOnly(list);
  list.foldedKeys = state.folded;
  grid.rebuild(state.active);
  grid.element.scrollTop = state.top;
}
