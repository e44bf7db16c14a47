// The parts of the request form as tabs. Each has an address, which leads to it without scripts too, and by the back button. All of them stay on the page: what is not saved is not lost.

export class Parts {
  #list;
  #tabs;
  #changed;

  /** changed(name): another part is shown. */
  constructor(list, changed) {
    [this.#list, this.#tabs, this.#changed] = [list, [...list.querySelectorAll("[role=tab]")], changed];
    list.addEventListener("click", event => this.#clicked(event));
    list.addEventListener("keydown", event => this.#pressed(event));
    addEventListener("popstate", () => this.#mark(this.#named(new URLSearchParams(location.search).get("part"))));
    changed(this.shown);
  }

  /** The name of the part that is shown; empty for the first, which needs none in an address. */
  get shown() {
    const tab = this.#tabs.find(each => each.ariaSelected === "true");
    return tab === this.#tabs[0] ? "" : tab.dataset.part;
  }

  show(name) {
    this.#go(this.#named(name), "pushState");
  }

  #named(name) {
    return this.#tabs.find(tab => tab.dataset.part === name) ?? this.#tabs[0];
  }

  // A click with a key is the browser's: another tab, another window.
  #clicked(event) {
    const tab = event.target.closest("[role=tab]");
    if (tab === null || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    this.#go(tab, "pushState");
  }

  #pressed(event) {
    const at = this.#tabs.indexOf(event.target);
    const last = this.#tabs.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
    if (at < 0 || to === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
      return;
    event.preventDefault();
    // Walking along the tabs is one step back for the back button.
    this.#go(this.#tabs[to], "replaceState");
    this.#tabs[to].focus();
  }

  #go(tab, way) {
    if (tab.ariaSelected === "true")
      return;
    history[way](null, "", tab.href);
    this.#mark(tab);
    const panel = document.getElementById(tab.getAttribute("aria-controls")).getBoundingClientRect();
    const covered = this.#list.getBoundingClientRect().bottom - panel.top;
    if (covered > 0)
      scrollBy(0, -covered);
  }

  #mark(shown) {
    for (const tab of this.#tabs) {
      tab.ariaSelected = String(tab === shown);
      tab.tabIndex = tab === shown ? 0 : -1;
      document.getElementById(tab.getAttribute("aria-controls")).hidden = tab !== shown;
    }
    this.#changed(this.shown);
  }
}
