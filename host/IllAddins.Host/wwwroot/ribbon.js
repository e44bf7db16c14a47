// The ribbon: one tab stop with arrows inside. A command without a fitting selection stays reachable and says what it needs.

import { wordsOn } from "./elements.js";
import { Splits } from "./splits.js";
import { say } from "./status.js";
import { words } from "./words.js";

export class Ribbon {
  #all;
  #buttons;
  #splits;
  #busy = null;

  constructor(element, run) {
    this.#all = [...element.querySelectorAll("button")];
    this.#buttons = this.#all.filter(button => button.closest("[role=menu]") === null);
    this.#splits = new Splits(element);
    this.#tabTo(this.#buttons[0]);
    element.addEventListener("keydown", event => this.#key(event));
    element.addEventListener("focusin", event => this.#tabTo(event.target.closest("button:not([role=menuitem])")));
    element.addEventListener("click", event => {
      const button = event.target.closest("button");
      if (button === null)
        return;
      if (button.dataset.menu !== undefined) {
        this.#splits.toggle(button);
        return;
      }
      this.#splits.leave(button);
      if (this.#busy !== null)
        say(words.waitFor(wordsOn(this.#busy)));
      else if (button.getAttribute("aria-disabled") === "true")
        say(button.dataset.needs);
      else
        run(button);
    });
  }

  /** The commands that whoever looks may call: {title, dialog} by name. */
  get commands() {
    return new Map(this.#all.filter(button => button.dataset.command !== undefined)
      .map(button => [button.dataset.command, { title: wordsOn(button), dialog: button.dataset.dialog === "yes" }]));
  }

  /** Runs the work with the button shown as busy; the others wait. */
  async busyWhile(button, work) {
    this.#busy = button;
    button.setAttribute("aria-busy", "true");
    try {
      return await work();
    } finally {
      this.#busy = null;
      button.removeAttribute("aria-busy");
    }
  }

  /** Shows which commands fit the rows selected. */
  fit(groupsSelected, canOpen) {
    for (const button of this.#all) {
      if (button.dataset.own === "open")
        button.setAttribute("aria-disabled", !canOpen);
      else if (button.dataset.command !== undefined)
        button.setAttribute("aria-disabled", button.dataset.needs !== "" && !fits(JSON.parse(button.dataset.groups), groupsSelected));
    }
  }

  #tabTo(button) {
    if (button === null)
      return;
    for (const each of this.#buttons)
      each.tabIndex = each === button ? 0 : -1;
  }

  #key(event) {
    const at = this.#buttons.indexOf(document.activeElement);
    const last = this.#buttons.length - 1;
    const target = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
    if (at < 0 || target === undefined)
      return;
    event.preventDefault();
    this.#buttons[target].focus();
  }
}

const fits = (groups, selected) => selected.size > 0 && (groups.length === 0 || groups.some(group => selected.has(group)));
