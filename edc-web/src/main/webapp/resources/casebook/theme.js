/* Before the page is drawn: the person's own choice of light or dark. */
(function () {
  "use strict";
  try {
    const chosen = localStorage.getItem("casebook-theme");
    if (chosen === "light" || chosen === "dark") {
      document.documentElement.dataset.theme = chosen;
    }
  } catch (blocked) {
    // storage may be switched off: the system's choice holds
  }
})();
