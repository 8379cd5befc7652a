// Progressive enhancement only: every page works without this file.
document.body.classList.add("js-enabled", "govuk-frontend-supported");

import("./govuk-frontend.min.js").then(({ initAll }) => initAll());

const token = document.body.dataset.csrf;

// htmx requests carry the CSRF token.
document.body.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRFToken"] = token;
});
