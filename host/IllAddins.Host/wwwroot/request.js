// The request form: its fields, the commands of the list and of panels, and the way to the requests before and after it in the list.

import { Actions } from "./actions.js";
import { runCommand } from "./commands.js";
import { Edits } from "./edits.js";
import { wordsOn } from "./elements.js";
import { wireNeighbours } from "./neighbours.js";
import { Parts } from "./parts.js";
import { Ribbon } from "./ribbon.js";
import { say, sayAfterReload, sayHeld } from "./status.js";
import { words } from "./words.js";

const page = document.querySelector(".request");
const { number, arrival, token, screen, site, user } = page.dataset;
const rows = [{ transactionNumber: Number(number), arrivalId: Number(arrival) }];
const throughList = wireNeighbours(document.getElementById("neighbours"), Number(number), user);
const parts = new Parts(document.querySelector(".parts-nav"), throughList);
const edits = new Edits(document.getElementById("edit"), token, () => parts.show("details"));
const ribbon = new Ribbon(document.getElementById("ribbon"), pressed => ribbon.busyWhile(pressed, () => run(pressed)));
const actions = new Actions({ name: screen, token, site, user }, ribbon.commands, { took: answer => say(answer.message, answer.refused, answer.file ?? null), finished: readAgain });

page.addEventListener("click", event => {
  const pressed = event.target.closest("section [data-panel-command]");
  if (pressed !== null && pressed.getAttribute("aria-busy") !== "true")
    ribbon.busyWhile(pressed, () => run(pressed));
});
sayHeld();

async function run(pressed) {
  // The page is read again after a command.
  if (edits.unsaved > 0) {
    say(words.saveFirst(wordsOn(pressed)), true);
    return;
  }
  const { command, panel, panelCommand, key, dialog } = pressed.dataset;
  if (command !== undefined) {
    await actions.run(command, rows);
    return;
  }
  const ofPanel = { url: `/requests/${number}/panels/${panel}/commands/${panelCommand}`, query: "", title: wordsOn(pressed), dialog: dialog === "yes" };
  const answer = await runCommand(ofPanel, token, { rows, key });
  if (answer !== null)
    await actions.took(answer);
}

function readAgain({ message, refused, file }) {
  sayAfterReload(message, refused, file ?? null);
  location.reload();
}
