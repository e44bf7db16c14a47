// What keys and clicks mean in the grid. Moving never changes the selection; a click on a row turns it on or off.

export class Gestures {
  #grid;
  #list;
  #selection;
  #does;

  /** does: {changed(spoken): the selection has changed; open(row); menu(entry, element); patron(row): selects the rows of its patron; heads(): moves to the heads}. */
  constructor(grid, list, selection, does) {
    [this.#grid, this.#list, this.#selection, this.#does] = [grid, list, selection, does];
    grid.element.addEventListener("keydown", event => this.#key(event));
    grid.element.addEventListener("click", event => this.#click(event));
    grid.element.addEventListener("dblclick", event => this.#doubleClick(event));
    grid.element.addEventListener("mousedown", event => {
      // Shift+click would mark text from the last click on.
      if (event.shiftKey)
        event.preventDefault();
    });
  }

  toggleAllShown() {
    this.#selection.toggle(this.#list.shownRows);
    this.#does.changed(true);
  }

  #key(event) {
    const entry = this.#grid.activeEntry;
    const onButton = event.target.closest("button") !== null && (event.key === "Enter" || event.key === " ");
    if (entry === undefined || onButton || event.target.closest(".grid-head") !== null || event.altKey || event.metaKey || (event.ctrlKey && !["a", "A", "Home", "End", " "].includes(event.key)))
      return;
    const action = this.#actionOf(event, entry);
    if (action === null)
      return;
    event.preventDefault();
    action();
  }

  #actionOf(event, entry) {
    const { active, page } = this.#grid;
    switch (event.key) {
      case "ArrowDown": return () => this.#move(active + 1, event.shiftKey);
      case "ArrowUp": return active === 0 && !event.shiftKey ? () => this.#does.heads() : () => this.#move(active - 1, event.shiftKey);
      case "PageDown": return () => this.#move(active + page, event.shiftKey);
      case "PageUp": return () => this.#move(active - page, event.shiftKey);
      case "Home": return () => this.#move(0, event.shiftKey);
      case "End": return () => this.#move(this.#list.entries.length - 1, event.shiftKey);
      case "ArrowRight": return entry.row ? null : () => this.#unfoldOrEnter(entry);
      case "ArrowLeft": return () => this.#foldOrLeave(entry);
      case " ": return () => this.#toggle(entry);
      case "a":
      case "A": return event.ctrlKey ? () => this.#all(entry) : null;
      case "Enter": return () => entry.row ? this.#does.open(entry.row) : this.#fold(entry, !this.#list.isFolded(entry.group));
      case "m":
      case "M":
      case "ContextMenu": return entry.row ? () => this.#does.menu(entry, this.#grid.activeElement) : null;
      case "p":
      case "P": return entry.row ? () => this.#does.patron(entry.row) : null;
      case "Escape": return () => this.#clear();
      default: return null;
    }
  }

  #move(index, extend) {
    if (extend && this.#selection.anchor === null)
      this.#selection.startAt(this.#grid.activeKey);
    this.#grid.moveTo(index);
    if (extend)
      this.#range();
    else
      this.#selection.startAt(this.#grid.activeKey);
  }

  #range() {
    const start = this.#list.indexOf(this.#selection.anchor);
    const from = start < 0 ? this.#grid.active : start;
    const [low, high] = from < this.#grid.active ? [from, this.#grid.active] : [this.#grid.active, from];
    this.#selection.range(this.#list.entries.slice(low, high + 1).filter(entry => entry.row).map(entry => entry.row));
    this.#does.changed(false);
  }

  #toggle(entry) {
    this.#selection.toggle(entry.row ? [entry.row] : this.#list.rowsOf(entry.group));
    this.#selection.startAt(entry.key);
    this.#does.changed(!entry.row);
  }

  #all(entry) {
    const group = this.#list.rowsOf(entry.group);
    const groupDone = group.length === 0 || group.every(row => this.#selection.has(row));
    this.#selection.set(groupDone ? this.#list.shownRows : group, true);
    this.#does.changed(true);
  }

  #clear() {
    this.#selection.clear();
    this.#selection.startAt(this.#grid.activeKey);
    this.#does.changed(true);
  }

  #unfoldOrEnter(entry) {
    if (this.#list.isFolded(entry.group))
      this.#fold(entry, false);
    else if (entry.rows.length > 0)
      this.#move(this.#grid.active + 1, false);
  }

  #foldOrLeave(entry) {
    if (entry.row)
      this.#move(this.#list.indexOf(`group ${entry.group.key}`), false);
    else if (!this.#list.isFolded(entry.group))
      this.#fold(entry, true);
  }

  #fold(entry, folded) {
    this.#list.fold(entry.group, folded);
    this.#grid.rebuild(entry.key);
  }

  #click(event) {
    if (event.target.id === "box-all") {
      this.toggleAllShown();
      return;
    }
    const index = this.#grid.indexOfElement(event.target);
    if (index < 0 || event.target.closest("a, button"))
      return;
    // Somebody who marks a phone number to copy it does not mean the row.
    if (!event.shiftKey && String(getSelection()) !== "" && event.detail === 1)
      return;
    const entry = this.#list.entries[index];
    if (event.shiftKey) {
      this.#grid.moveTo(index);
      this.#range();
      return;
    }
    this.#grid.moveTo(index);
    if (!entry.row && !event.target.closest(".box"))
      this.#fold(entry, !this.#list.isFolded(entry.group));
    else
      this.#toggle(entry);
  }

  #doubleClick(event) {
    const index = this.#grid.indexOfElement(event.target);
    const entry = this.#list.entries[index];
    if (index >= 0 && entry.row && !event.target.closest("a, .box, button"))
      this.#does.open(entry.row);
  }
}
