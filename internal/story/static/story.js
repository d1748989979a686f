// Asks for the steps every second and puts in place what changed, one after the
// other, so that it can be watched. Buttons act without leaving the page. What
// had the focus keeps it; when it is gone, what there is to do now gets it.
"use strict";
const board = document.getElementById("steps");
const told = document.getElementById("told");
const parts = ["arrived", "captured", "read", "understood", "decided", "act", "country", "feed", "inbox"];
const wait = 350; // milliseconds between two parts
let soon = true; // the first post comes by itself

async function look() {
  let html;
  try {
    const answer = await fetch("/steps", { cache: "no-store" });
    if (!answer.ok) return;
    html = await answer.text();
  } catch {
    return; // the demo ended, or is being reset; the next look will tell
  }
  const next = new DOMParser().parseFromString(html, "text/html");
  let changed = 0;
  for (const id of parts) {
    const old = document.getElementById(id), fresh = next.getElementById(id);
    if (old.dataset.html === undefined) old.dataset.html = old.innerHTML + old.className;
    const now = fresh.innerHTML + fresh.className;
    if (old.dataset.html === now) continue;
    const held = old.contains(document.activeElement) ? document.activeElement.textContent : null;
    fresh.dataset.html = now;
    fresh.classList.add("fresh");
    fresh.style.animationDelay = changed++ * wait + "ms";
    old.replaceWith(document.adoptNode(fresh));
    if (held !== null) refocus(fresh, held);
  }
  const say = document.getElementById("now").textContent;
  if (changed > 0 && told.textContent !== say) told.textContent = say;
  come();
}

// refocus gives the focus back to what looks the same, or to what is said now.
function refocus(part, label) {
  const same = [...part.querySelectorAll("a, button")].find(e => e.textContent === label);
  (same || document.getElementById("now")).focus({ preventScroll: true });
}

// come lets the first post arrive by itself.
function come() {
  const form = board.querySelector("form[data-soon]");
  if (form === null || !soon) return;
  soon = false;
  setTimeout(() => { if (form.isConnected) act(form); }, 3000);
}

async function act(form) {
  for (const b of form.querySelectorAll("button")) b.setAttribute("aria-disabled", "true");
  try {
    await fetch(form.action, { method: "post" });
  } catch {
    return;
  }
  look();
}

document.addEventListener("submit", event => {
  const path = new URL(event.target.action).pathname;
  if (path === "/office") return;
  event.preventDefault();
  if (event.submitter.getAttribute("aria-disabled") === "true") return;
  if (path === "/reset") soon = true;
  act(event.target);
});

setInterval(look, 1000);
look();
