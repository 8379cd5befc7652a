// Progressive enhancement only: every page works without this file.
document.body.classList.add("js-enabled", "govuk-frontend-supported");

import("./govuk-frontend.min.js").then(({ initAll }) => initAll());

const token = document.body.dataset.csrf;

// htmx requests carry the CSRF token.
document.body.addEventListener("htmx:configRequest", (event) => {
  event.detail.headers["X-CSRFToken"] = token;
});

// Drafts: what is typed is kept by itself, 3 seconds after the last key (and every 10 while typing goes on), and on leaving.
const PAUSE = 3000;
const LONGEST = 10000;

for (const form of document.querySelectorAll("form[data-draft]")) {
  const status = form.querySelector("[data-draft-status]");
  let timer = 0;
  let since = 0;
  let kept = "";
  let stopped = false;

  const body = () => new URLSearchParams(new FormData(form)).toString();
  const say = (words, lost) => {
    status.textContent = words;
    status.classList.toggle("hearth-draft--lost", lost);
  };

  const save = async (leaving) => {
    window.clearTimeout(timer);
    since = 0;
    const now = body();
    if (stopped || now === kept) return;
    try {
      const answer = await fetch(form.dataset.draft, {
        method: "POST",
        body: now,
        redirect: "manual",
        // A browser lets only small requests outlive their page.
        keepalive: leaving && now.length < 60000,
        headers: { "Content-Type": "application/x-www-form-urlencoded", "X-CSRFToken": token },
      });
      if (answer.type === "opaqueredirect") {
        say("You have been signed out. Sign in again in another tab, then go on here: nothing on this page is lost.", true);
        return;
      }
      const told = await answer.json();
      if (answer.ok) kept = now;
      if (answer.status === 409) stopped = true;
      say(told.words, !answer.ok);
    } catch {
      say("Not saved: no connection. Go on typing; it is tried again.", true);
      timer = window.setTimeout(save, PAUSE);
    }
  };

  const soon = () => {
    if (stopped) return;
    since = since || Date.now();
    window.clearTimeout(timer);
    timer = window.setTimeout(save, Math.max(0, Math.min(PAUSE, since + LONGEST - Date.now())));
  };

  kept = body();
  form.addEventListener("input", soon);
  form.addEventListener("change", soon);
  form.addEventListener("submit", () => { stopped = true; });
  window.addEventListener("pagehide", () => save(true));
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") save(true); });
}

// Questions that are asked only under certain answers; without this file all of them show.
for (const form of document.querySelectorAll("form")) {
  const asked = [...form.querySelectorAll("[data-shown-when]")];
  const refresh = () => {
    for (const field of asked) {
      const holds = JSON.parse(field.dataset.shownWhen).every(([name, wanted]) => {
        const given = new FormData(form).getAll(name).filter(Boolean);
        return wanted === "any" ? given.length > 0 : given.some((one) => [].concat(wanted).includes(one));
      });
      const group = field.closest(".govuk-form-group");
      if (group) group.hidden = !holds;
    }
  };
  if (asked.length) {
    form.addEventListener("change", refresh);
    refresh();
  }
}

// What somebody chose while an answer was on its way stays chosen when the answer arrives.
const choices = new WeakMap();
document.body.addEventListener("htmx:beforeSwap", ({ detail }) => {
  choices.set(detail.target, [...detail.target.querySelectorAll("input:checked")].map((input) => input.id));
});
document.body.addEventListener("htmx:afterSwap", ({ detail }) => {
  for (const id of choices.get(detail.target) || []) {
    const again = document.getElementById(id);
    if (again) again.checked = true;
  }
});
