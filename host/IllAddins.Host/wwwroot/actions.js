// What staff do on a screen, or with one request of it on its form: the commands of the ribbon and of rows, what they offer next, and taking the last one back.

import { runCommand } from "./commands.js";
import { postJson } from "./net.js";
import { sayFailure, sayWorking } from "./status.js";
import { words } from "./words.js";

export class Actions {
  #name;
  #token;
  #site;
  #commands;
  #does;
  #last = document.getElementById("last-action");
  #kept;

  /** site: that of the page, for another tab may have chosen another; user: whose last action is offered to be taken back; commands: {title, dialog} by name, for whoever looks; does: {took(answer): shows what was done; finished(answer): nothing more is asked about it}. */
  constructor({ name, token, site, user }, commands, does) {
    [this.#name, this.#token, this.#site, this.#commands, this.#does] = [name, token, site, commands, does];
    this.#kept = `undo ${name} of ${user}`;
    this.#last.querySelector("button").addEventListener("click", () => this.#undo());
    this.#showLast();
  }

  /** Runs a command on rows, and what it offers next if it is wanted. */
  run(name, rows) {
    return this.#run(name, rows, null);
  }

  async #run(name, rows, offer) {
    const { title, dialog } = this.#commands.get(name);
    const answer = await runCommand({ url: `/screens/${this.#name}/commands/${name}`, query: `?site=${this.#site}`, title, dialog }, this.#token, { rows }, offer);
    if (answer !== null)
      await this.took(answer);
  }

  /** Shows what a command answered, and runs what it offers next if that is wanted. */
  async took(answer) {
    if (answer.undo)
      this.#keep(answer.undo);
    if (answer.file)
      window.open(answer.file.url, "_blank", "noopener");
    await this.#does.took(answer);
    const next = answer.next;
    if (next && this.#commands.has(next.command))
      await this.#run(next.command, next.rows, { ...next, file: answer.file ?? null, declined: () => this.#does.finished(answer) });
    else
      this.#does.finished(answer);
  }

  async #undo() {
    const pressed = this.#last.querySelector("button");
    const offer = JSON.parse(sessionStorage.getItem(this.#kept));
    if (offer === null || pressed.getAttribute("aria-busy") === "true")
      return;
    pressed.setAttribute("aria-busy", "true");
    sayWorking(words.undoing);
    const answer = await postJson(`/screens/${this.#name}/undo?site=${this.#site}`, this.#token, { token: offer.token }, words.commandUnreachable(words.undo));
    pressed.removeAttribute("aria-busy");
    if (answer.failure !== undefined) {
      sayFailure(answer);
      return;
    }
    this.#keep(null);
    document.querySelector(".grid [tabindex='0']")?.focus();
    await this.took(answer.value);
  }

  // The offer outlives a reload of the page; the add-in knows whether it still holds.
  #keep(offer) {
    if (offer === null)
      sessionStorage.removeItem(this.#kept);
    else
      sessionStorage.setItem(this.#kept, JSON.stringify(offer));
    this.#showLast();
  }

  #showLast() {
    const offer = JSON.parse(sessionStorage.getItem(this.#kept));
    this.#last.hidden = offer === null;
    this.#last.querySelector("span").textContent = offer === null ? "" : words.lastAction(offer.title);
  }
}
