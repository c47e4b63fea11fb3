/* Shows the temporary password of a new account; it is told this once and not kept anywhere. */
document.addEventListener("casebook:done", (event) => {
  "use strict";
  if (event.target.id !== "new-account") {
    return;
  }
  const made = event.detail;
  document.getElementById("made-username").textContent = made.username;
  document.getElementById("made-password").textContent = made.temporaryPassword;
  document.getElementById("made-link").href = "/access/account.xhtml?id=" + encodeURIComponent(made.id);
  document.getElementById("made-account").hidden = false;
  document.getElementById("new-account-error").textContent = "";
  event.target.reset();
});
