// The fields of the request form: unsaved ones are marked, saved without leaving the page, and not lost by leaving it.

import { postForm } from "./net.js";
import { say, sayAfterReload, sayFailure, sayWorking } from "./status.js";
import { words } from "./words.js";

export class Edits {
  #form;
  #token;
  #count;
  #leaving = false;
  #bringUp;

  /** bringUp(): shows the fields, where another part of the request is shown. */
  constructor(form, token, bringUp) {
    [this.#form, this.#token, this.#count, this.#bringUp] = [form, token, form.querySelector("#unsaved"), bringUp];
    form.addEventListener("input", () => this.#mark());
    form.addEventListener("submit", event => { event.preventDefault(); this.#save(); });
    form.addEventListener("reset", event => { event.preventDefault(); this.#discard(); });
    form.addEventListener("keydown", event => this.#pressed(event));
    document.addEventListener("keydown", event => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s" || document.querySelector("dialog[open]") !== null)
        return;
      event.preventDefault();
      this.#save();
    });
    addEventListener("beforeunload", event => {
      if (!this.#leaving && this.unsaved > 0)
        event.preventDefault();
    });
    this.#mark();
  }

  /** How many fields differ from what stands in the record. */
  get unsaved() {
    return this.#form.querySelectorAll(".unsaved").length;
  }

  // Enter saves, as in a line of its own; only what has several lines takes another one.
  #pressed(event) {
    if (event.key !== "Enter" || event.target.tagName !== "TEXTAREA" || event.target.dataset.lines === "yes" || event.isComposing)
      return;
    event.preventDefault();
    this.#save();
  }

  #mark() {
    for (const input of this.#inputs)
      input.closest(".line").classList.toggle("unsaved", this.#differs(input));
    const count = this.unsaved;
    this.#form.classList.toggle("dirty", count > 0);
    this.#count.textContent = count === 0 ? "" : words.unsaved(count);
  }

  async #save() {
    if (this.#form.inert)
      return;
    if (this.unsaved === 0) {
      say(words.nothingToSave);
      return;
    }
    const active = document.activeElement;
    const sent = new URLSearchParams(new FormData(this.#form));
    this.#form.inert = true;
    sayWorking(words.saving);
    const answer = await postForm(this.#form.action, this.#token, sent, words.saveUnreachable);
    this.#form.inert = false;
    active?.focus();
    if (answer.failure !== undefined)
      sayFailure(answer);
    else if (answer.value.refused)
      this.#show(answer.value);
    else
      this.#leave(answer.value.message);
  }

  #leave(message) {
    this.#leaving = true;
    sayAfterReload(message, false, null);
    location.replace(this.#form.action);
  }

  #show({ message, fieldProblems, now }) {
    for (const input of this.#inputs)
      tell(input, fieldProblems[input.name] ?? "");
    for (const [name, text] of Object.entries(now))
      this.#was(name).value = text;
    this.#mark();
    this.#bringUp();
    const wrong = this.#form.querySelector("[aria-invalid=true]");
    const empty = wrong?.closest("details");
    if (empty)
      empty.open = true;
    wrong?.focus();
    // What has the focus already would stay under the bar.
    wrong?.scrollIntoView({ block: "center" });
    say([message, ...Object.entries(fieldProblems).filter(([name]) => this.#form.elements[name] === undefined).map(([, problem]) => problem)].join(" "), true);
  }

  #discard() {
    for (const input of this.#inputs) {
      input.value = this.#was(input.name).value;
      tell(input, "");
    }
    this.#mark();
    say(words.discarded);
  }

  get #inputs() {
    return this.#form.querySelectorAll("[data-field]");
  }

  #was(name) {
    return this.#form.elements[`was:${name}`];
  }

  #differs(input) {
    return lines(input.value) !== lines(this.#was(input.name).value) && !sameSecond(input, this.#was(input.name).value);
  }
}

const lines = text => text.replaceAll("\r\n", "\n");

// Browsers leave out seconds that are zero.
const sameSecond = (input, was) => input.type === "datetime-local" && input.value.length === 16 && `${input.value}:00` === was;

function tell(input, problem) {
  const line = document.getElementById(`${input.id}-problem`);
  line.hidden = problem === "";
  line.textContent = problem;
  if (problem === "") {
    input.removeAttribute("aria-invalid");
    input.removeAttribute("aria-describedby");
  } else {
    input.setAttribute("aria-invalid", "true");
    input.setAttribute("aria-describedby", line.id);
  }
}
