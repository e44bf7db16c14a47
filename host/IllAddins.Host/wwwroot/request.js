// The request form: the commands of its panels, and the way to the requests before and after it in the list.

import { runCommand } from "./commands.js";
import { wireNeighbours } from "./neighbours.js";
import { sayAfterReload, sayHeld } from "./status.js";

const page = document.querySelector(".request");
const { number, arrival, token } = page.dataset;

page.addEventListener("click", event => {
  const pressed = event.target.closest("[data-panel-command]");
  if (pressed !== null && pressed.getAttribute("aria-busy") !== "true")
    run(pressed);
});
wireNeighbours(document.getElementById("neighbours"), Number(number));
sayHeld();

async function run(pressed) {
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
