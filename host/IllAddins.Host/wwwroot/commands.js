// Runs one command of the server, its dialog first where it has one.

import { fillIn } from "./dialog.js";
import { postJson } from "./net.js";
import { say, sayFailure, sayWorking } from "./status.js";
import { words } from "./words.js";

/**
 * Answers what the command answered, or null where it was not run: then the reason, if there is one, has been said.
 * command: {url, title, dialog}; body: {rows, key}.
 */
export async function runCommand(command, token, body) {
  const send = values => postJson(command.url, token, { ...body, values }, words.commandUnreachable(command.title));
  const answer = command.dialog ? await throughDialog(command, token, body, send) : await directly(command, body, send);
  if (answer?.failure !== undefined) {
    sayFailure(answer);
    return null;
  }
  return answer?.value ?? null;
}

function directly(command, body, send) {
  sayWorking(words.working(command.title, body.rows.length));
  return send({});
}

async function throughDialog(command, token, body, send) {
  const ask = values => postJson(`${command.url}/ask`, token, { ...body, values }, words.dialogUnreachable(command.title));
  sayWorking(words.asking(command.title));
  const form = await ask({});
  if (form.failure !== undefined)
    return form;
  say(form.value.refusal, form.value.refusal !== "");
  return form.value.refusal !== "" ? null : await fillIn(form.value, ask, send);
}
