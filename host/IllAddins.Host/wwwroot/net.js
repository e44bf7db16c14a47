// Calls of the server. The answer is {value} or {failure: words for staff}; nothing is thrown.

const accept = { Accept: "application/json" };

export const getJson = url => call(url, { headers: accept }, "The list could not be read: the server does not answer. Press Refresh to try again.");

export const postJson = (url, token, body, title) => call(
  url,
  { method: "POST", headers: { ...accept, "Content-Type": "application/json", "X-Antiforgery": token }, body: JSON.stringify(body) },
  `The server does not answer; whether '${title}' was done is not known. Press Refresh and look before you repeat it.`);

async function call(url, options, unreachable) {
  try {
    const response = await fetch(url, { credentials: "same-origin", cache: "no-store", ...options });
    const answer = await response.json();
    return response.ok ? { value: answer } : { failure: answer.message ?? unreachable };
  } catch {
    return { failure: unreachable };
  }
}
