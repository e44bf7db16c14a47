// Every word that the scripts say to staff, in one place.

export const number = count => count.toLocaleString("en");
export const requests = count => count === 1 ? "1 request" : `${number(count)} requests`;

export const words = {
  listUnreachable: "The list could not be read: the server does not answer. Press Refresh to try again.",
  dialogUnreachable: title => `The dialog of '${title}' could not be opened: the server does not answer. Nothing was done. Try again.`,
  commandUnreachable: title => `The server does not answer; whether '${title}' was done is not known. Press Refresh and look before you repeat it.`,
  signIn: "Sign in in another tab",
  openFile: name => `Open ${name}`,
  working: (title, count) => count === 0 ? `${title}: working …` : `${title}: working on ${requests(count)} …`,
  asking: title => `${title}: opening …`,
  waitFor: title => `Wait until '${title}' is finished.`,
  unreadable: message => `${message} The list could not be read again: press Refresh.`,
  nothingSelected: "Nothing selected.",
  selected: count => `${number(count)} selected.`,

  cancel: "Cancel",
  close: "Close",
  notNow: "Not now",
  required: "(needed)",
  choose: "Choose …",
  busy: "Working …",
  wouldBeLost: "What you wrote would be lost. Press Escape again, or Cancel, to close all the same.",
  lastAction: title => `Last action: ${title}`,
  undoing: "Taking it back …",
  undo: "Undo",
};
