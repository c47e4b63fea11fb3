/* Shows a treatment that was read in place of the button that asked for it. */
document.addEventListener("casebook:done", (event) => {
  if (event.target.dataset.reads === "treatment" && event.detail.treatment) {
    const shown = document.createElement("strong");
    shown.textContent = event.detail.treatment;
    shown.tabIndex = -1;
    event.target.replaceWith(shown);
    shown.focus();
  }
});
