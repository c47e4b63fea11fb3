/*
 * One browser, one person at a time. After a sign-in in any window, the windows of the same person go on where they were, and
 * those of somebody else show nothing of his any more. The sign-in itself opens beside the page, so that nothing on it is lost.
 */
(function () {
  "use strict";

  const person = Casebook.meta("person");
  const channel = new BroadcastChannel("casebook-session");
  // a sign-in can pass unheard: in another browser window group, or while the answer that told of the end was on its way
  const LOOK_AGAIN_MS = 3000;
  let ended = false;
  let looking = null;

  async function lookAgain() {
    if (ended && await Casebook.samePerson()) {
      ended = false;
      clearInterval(looking);
      document.getElementById("session-dialog")?.close();
      document.dispatchEvent(new CustomEvent("casebook:signed-in"));
    }
  }

  channel.addEventListener("message", (message) => {
    if (person && message.data.person !== person) {
      Casebook.otherPerson();
    } else if (person) {
      lookAgain();
    }
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest("#session-link");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      // where no window may open, the link leads there and back again
      if (window.open("/login?return=" + encodeURIComponent("/signed-in.xhtml"), "casebook-sign-in", "popup,width=560,height=760")) {
        event.preventDefault();
      }
    }
  });

  document.addEventListener("casebook:session-ended", () => {
    ended = true;
    clearInterval(looking);
    looking = setInterval(lookAgain, LOOK_AGAIN_MS);
  });
  // whoever comes to a page that was left does not read on by closing the question
  document.addEventListener("DOMContentLoaded", () => {
    const dialog = document.getElementById("session-dialog");
    dialog?.addEventListener("cancel", (event) => event.preventDefault());
    dialog?.addEventListener("close", () => ended && dialog.showModal());
  });
  addEventListener("focus", lookAgain);

  if (person) {
    channel.postMessage({ person });
  }
  if (location.pathname === "/signed-in.xhtml") {
    window.close();
  }
})();
