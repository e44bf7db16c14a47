// A screen: reads the rows, keeps grid, ribbon and counts in step, runs the commands.

import { Actions } from "./actions.js";
import { Changes } from "./changes.js";
import { Columns } from "./columns.js";
import { othersOf, showCounts, showJumps } from "./counts.js";
import { Filters } from "./filters.js";
import { wireFind } from "./find.js";
import { Gestures } from "./gestures.js";
import { Grid } from "./grid.js";
import { Heads } from "./heads.js";
import { List } from "./list.js";
import { Memory } from "./memory.js";
import { getJson } from "./net.js";
import { wirePrint } from "./printview.js";
import { Ribbon } from "./ribbon.js";
import { RowActs } from "./rowacts.js";
import { Selection } from "./selection.js";
import { tone } from "./sound.js";
import { say, sayFailure, sayWorking } from "./status.js";
import { View } from "./view.js";
import { wireViewMenu } from "./viewmenu.js";
import { requests, words } from "./words.js";

const page = document.getElementById("screen");
const { name, token, title, site, user } = page.dataset;
const part = id => document.getElementById(id);
const rowsUrl = `/screens/${name}/rows?site=${site}`;
// Milliseconds after which it is said that the list is being read.
const patience = 300;
const requestUrl = row => `/requests/${row.transactionNumber}?from=/screens/${name}`;

let groupsSelected = new Set();
const view = new View(page.dataset);
const filters = new Filters(part("filters"), filtered);
const list = new List(filters, view);
const selection = new Selection();
const memory = new Memory(name, user);
const columns = new Columns(part("grid").querySelector(".grid-head [role=row]"), view);
const ribbon = new Ribbon(part("ribbon"), run);
const { commands } = ribbon;
const grid = new Grid(part("grid"), selection, { columns, list, commands, requestUrl });
const heads = new Heads(grid, list, columns, view);
const actions = new Actions({ name, token, site, user }, commands, { took, finished: () => {} });
const rowActs = new RowActs(grid, list, commands, { mend: (command, row) => actions.run(command, selection.rowsOf([row])), patron, open });
const changes = new Changes(rowsUrl, part("changes"), list, refresh);
new Gestures(grid, list, selection, { changed: selectionChanged, open, patron, menu: (entry, below) => rowActs.open(entry, below), heads: () => heads.enter() });
wireFind(part("find"), list, grid, { applied: showSelection, hit, sound: found => view.sounds && tone(found) });
wireViewMenu(part("view-menu"), columns, view, { changed: () => grid.resize(), widen: (at, steps) => heads.widen(at, steps), reset });
wirePrint(list, columns, title);
part("others").addEventListener("click", () => select(othersOf(list, selectedRows())));
part("clear-filters").addEventListener("click", () => { filters.clear(); filtered(); });
grid.element.addEventListener("focusin", showCommands);
window.addEventListener("pagehide", remember);

if (await load()) {
  recall();
  selectionChanged(false);
}

async function load() {
  grid.element.setAttribute("aria-busy", "true");
  let spoken = false;
  const working = message => { spoken = true; sayWorking(message); };
  const slow = setTimeout(() => working(words.reading), patience);
  const answer = await getJson(rowsUrl, () => working(words.again));
  clearTimeout(slow);
  grid.element.setAttribute("aria-busy", "false");
  if (answer.failure !== undefined) {
    sayFailure(answer);
    return false;
  }
  columns.measure(answer.value, commands);
  filters.take(answer.value);
  list.take(answer.value);
  heads.apply();
  selection.keepOnly(list);
  part("notice").textContent = answer.value.notice;
  grid.resize();
  showJumps(list, jump);
  changes.took();
  part("read-at").textContent = words.readAt(answer.value.readAt);
  if (spoken)
    say("");
  return true;
}

async function reload() {
  const loaded = await load();
  selectionChanged(false);
  return loaded;
}

async function took(answer) {
  const loaded = await reload();
  say(loaded ? answer.message : words.unreadable(answer.message), answer.refused || !loaded, answer.file ?? null);
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
  if (await reload())
    say(`${requests(list.rows.length)}.`);
}

function open(row) {
  location.href = requestUrl(row);
}

function hit(rows) {
  const uncovered = filters.any && rows.some(row => !filters.fits(row));
  if (uncovered)
    filters.clear();
  list.refilter();
  selection.set(rows, true);
  const [first] = rows;
  const group = list.groups.find(each => each.key === first.group);
  if (list.isFolded(group))
    list.unfold(group);
  grid.rebuild();
  grid.moveTo(list.indexOf(`row ${first.transactionNumber}`), false);
  selectionChanged(false);
  say(words.hit(first.cells.filter(cell => cell !== "").slice(0, 3).join(", "), rows.length, uncovered));
}

function patron(row) {
  const rows = list.patronOf(row);
  if (rows.length === 1)
    say(words.noOthers);
  else
    select(rows);
}

function select(rows) {
  selection.set(rows, true);
  selection.startAt(grid.activeKey);
  selectionChanged(true);
}

function filtered() {
  list.refilter();
  grid.rebuild();
  showSelection();
  say(words.someOf(list.foundCount, list.rows.length));
}

function reset() {
  view.reset();
  list.foldAsLiked();
  heads.apply();
  grid.rebuild();
  grid.resize();
}

function jump(group) {
  const index = list.indexOf(`group ${group.key}`);
  grid.moveTo(list.entries.length - 1, false);
  grid.moveTo(index);
}

function selectedRows() {
  return list.rows.filter(row => selection.has(row));
}

function selectionChanged(spoken) {
  grid.mark();
  showSelection();
  if (spoken)
    say(selection.size === 0 ? words.nothingSelected : words.selected(selection.size));
}

function showSelection() {
  const selected = selectedRows();
  groupsSelected = new Set(selected.map(row => row.group));
  showCounts(list, selected);
  showCommands();
  // A button that is no longer needed hands the focus on.
  if (document.activeElement.hidden)
    grid.moveTo(grid.active);
}

function showCommands() {
  ribbon.fit(groupsSelected, grid.activeEntry?.row !== undefined);
}

function remember() {
  const order = list.shownRows.map(row => row.transactionNumber);
  memory.save({ order, filters: filters.chosen, selected: selection.asRows(list), folded: list.foldedKeys, active: grid.activeKey, top: grid.element.scrollTop });
}

function recall() {
  const state = memory.load();
  if (state === null)
    return;
  filters.chosen = state.filters ?? [];
  selection.set(state.selected, true);
  selection.keepOnly(list);
  list.foldedKeys = state.folded;
  grid.rebuild(near(state));
  grid.element.scrollTop = state.top;
  // Whoever comes back from a request goes on by keyboard where they were.
  if (state.opened)
    grid.moveTo(grid.active);
}

// The row that was active; where it is gone, the next one of the list as it was that is still there, or the last before it.
function near({ active, order }) {
  const at = order.findIndex(number => active === `row ${number}`);
  const rows = at < 0 ? [] : [...order.slice(at + 1), ...order.slice(0, at).reverse()];
  return [active, ...rows.map(number => `row ${number}`)].find(key => list.indexOf(key) >= 0) ?? active;
}
