// Calls of the server. The answer is {value}, {failure: words for staff} or, where the session has ended, both failure and expired; nothing is thrown.

import { words } from "./words.js";

const accept = { Accept: "application/json" };
const pauses = [500, 2000];

/** Reads; asked again where the server does not answer, as reading changes nothing; again(): it is to be asked once more. The value is null where there is nothing new. */
export async function getJson(url, again = () => {}) {
  for (const pause of [...pauses, null]) {
    const answer = await call(url, { headers: accept }, words.listUnreachable);
    if (!answer.unreachable || pause === null)
      return answer;
    again();
    await new Promise(resolve => setTimeout(resolve, pause));
  }
}

/** Sends once: whether it was done when no answer came is not known. */
export const postJson = (url, token, body, unreachable) => call(
  url,
  { method: "POST", headers: { ...accept, "Content-Type": "application/json", "X-Antiforgery": token }, body: JSON.stringify(body) },
  unreachable);

/** Keeps something, also while the page is being left; small things alone. */
export const putJson = (url, token, body, unreachable) => call(
  url,
  { method: "PUT", keepalive: true, headers: { ...accept, "Content-Type": "application/json", "X-Antiforgery": token }, body: JSON.stringify(body) },
  unreachable);

/** Sends a form, once. */
export const postForm = (url, token, fields, unreachable) => call(
  url,
  { method: "POST", headers: { ...accept, "X-Antiforgery": token }, body: fields },
  unreachable);

async function call(url, options, unreachable) {
  try {
    const response = await fetch(url, { credentials: "same-origin", cache: "no-store", ...options });
    if (response.status === 204)
      return { value: null };
    const answer = await response.json();
    return response.ok ? { value: answer } : { failure: answer.message ?? unreachable, expired: response.status === 401 };
  } catch {
    return { failure: unreachable, unreachable: true };
  }
}
