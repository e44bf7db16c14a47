// Runs one command of the server, its dialog first where it has one.

import { confirm, fillIn } from "./dialog.js";
import { postJson } from "./net.js";
import { say, sayFailure, sayWorking } from "./status.js";
import { words } from "./words.js";

/**
 * Answers what the command answered, or null where it was not run: then the reason, if there is one, has been said.
 * command: {url, query, title, dialog}; body: {rows, key}; offer: {question, values, file, declined()} where the command is offered after another one: it is asked once.
 */
export async function runCommand(command, token, body, offer = null) {
  const send = values => postJson(command.url + command.query, token, { ...body, values }, words.commandUnreachable(command.title));
  const answer = command.dialog ? await throughDialog(command, token, body, send, offer) : await directly(command, body, send, offer);
  if (answer?.failure !== undefined) {
    sayFailure(answer);
    return null;
  }
  return answer?.value ?? null;
}

async function directly(command, body, send, offer) {
  if (offer !== null && !await confirm(offer.question, command.title, offer.file)) {
    offer.declined();
    return null;
  }
  sayWorking(words.working(command.title, body.rows.length));
  return send({});
}

async function throughDialog(command, token, body, send, offer) {
  const ask = values => postJson(`${command.url}/ask${command.query}`, token, { ...body, values }, words.dialogUnreachable(command.title));
  if (offer === null)
    sayWorking(words.asking(command.title));
  const form = await ask(offer?.values ?? {});
  if (form.failure !== undefined)
    return form;
  const { refusal, fields } = form.value;
  if (offer === null || refusal !== "")
    say(refusal, refusal !== "");
  if (refusal !== "")
    return null;
  // What was asked already is the whole question.
  if (offer !== null && fields.every(field => field.kind === "Hidden"))
    return directly(command, body, () => send(Object.fromEntries(fields.map(({ name, value }) => [name, value]))), offer);
  const answer = await fillIn(form.value, ask, send, offer);
  if (answer === null)
    offer?.declined();
  return answer;
}
