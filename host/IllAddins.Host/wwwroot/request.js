// The request form: its fields, the commands of its panels, and the way to the requests before and after it in the list.

import { runCommand } from "./commands.js";
import { Edits } from "./edits.js";
import { wireNeighbours } from "./neighbours.js";
import { say, sayAfterReload, sayHeld } from "./status.js";
import { words } from "./words.js";

const page = document.querySelector(".request");
const { number, arrival, token } = page.dataset;
const edits = new Edits(document.getElementById("edit"), token);

page.addEventListener("click", event => {
  const pressed = event.target.closest("[data-panel-command]");
  if (pressed !== null && pressed.getAttribute("aria-busy") !== "true")
    run(pressed);
});
wireNeighbours(document.getElementById("neighbours"), Number(number));
sayHeld();

async function run(pressed) {
  // The page is read again after a command.
  if (edits.unsaved > 0) {
    say(words.saveFirst(pressed.textContent), true);
    return;
  }
  const { panel, panelCommand, key, dialog } = pressed.dataset;
  const command = { url: `/requests/${number}/panels/${panel}/commands/${panelCommand}`, title: pressed.textContent, dialog: dialog === "yes" };
  pressed.setAttribute("aria-busy", "true");
  const answer = await runCommand(command, token, { rows: [{ transactionNumber: Number(number), arrivalId: Number(arrival) }], key });
  pressed.removeAttribute("aria-busy");
  if (answer === null)
    return;
  if (answer.file)
    window.open(answer.file.url, "_blank", "noopener");
  sayAfterReload(answer.message, answer.refused, answer.file ?? null);
  location.reload();
}
