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

  unsaved: count => count === 1 ? "1 field is not saved yet." : `${number(count)} fields are not saved yet.`,
  saving: "Saving …",
  nothingToSave: "Nothing was changed.",
  discarded: "Your changes were discarded.",
  saveFirst: title => `Save or discard your changes first, then press '${title}'.`,
  saveUnreachable: "The server does not answer; whether your changes were saved is not known. They still stand here: save again when it answers.",

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

  tooLong: "waiting too long",
  tooLongFrom: long => `Waiting too long (${long})`,
  patronShort: count => `${count} items`,
  patronLong: count => `Select the ${count} items of this patron`,
  selectPatron: count => `Select the ${count} items of this patron (P)`,
  selectOthers: (count, patrons) => `and ${number(count)} more of ${patrons === 1 ? "this patron" : "these patrons"}: select`,
  moreOfRow: "More for this row",
  menuOf: transactionNumber => `For ${transactionNumber}`,
  openRequest: "Open request",
  noOthers: "This patron has nothing else in this group.",

  sorted: (title, down) => `Sorted by ${title}, ${down ? "descending" : "ascending"}.`,
  unsorted: "In the list's own order.",
  width: (title, signs) => `${title}: ${signs} signs wide.`,
  viewReset: "Columns, order and groups are as they were at first.",
  viewUnreachable: "How you like this list could not be kept: the server does not answer. It stays so in this tab.",

  noHit: wanted => `No request here has '${wanted}'.`,
  partHit: (wanted, count) => `No number is '${wanted}'. ${number(count)} shown contain it.`,
  hit: (first, count, uncovered) => `Selected: ${count > 1 ? `${number(count)} requests, ` : ""}${first}.${uncovered ? " The filters were cleared to show it." : ""}`,

  all: count => `${requests(count)}.`,
  someOf: (count, all) => `${number(count)} of ${requests(all)}.`,
  andSelected: (count, byGroup) => ` ${number(count)} selected (${byGroup}).`,
  nothingToDo: "Nothing to do here.",
  nothingFits: "Nothing here fits the find box.",
  nothingFitsFilters: "Nothing here fits the filters.",
  changes: count => `${count === 1 ? "1 change" : `${number(count)} changes`}, refresh`,
  stale: "The list may be old: the server did not answer. Refresh",
  printedAs: (title, counts) => `${title}: ${counts}`,
};
