// Warns two minutes before the session ends, keeps it on one key press, and hides the
// page when it has ended. Every page and every tab that is used starts the time again.

const WARNING = 120; // seconds

export function watchSession(dialog, saveDrafts) {
  if (!dialog) return;
  const allowed = Number(dialog.dataset.sessionSeconds) * 1000;
  const tabs = new BroadcastChannel("heed-session");
  let ends = 0;

  const begin = () => { ends = Date.now() + allowed; };
  const used = () => { begin(); tabs.postMessage("used"); };
  tabs.addEventListener("message", () => { begin(); close(dialog); });

  dialog.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (await extended(event.target)) {
      used();
      close(dialog);
    }
  });

  dialog.addEventListener("cancel", (event) => { // Escape means "I am here"
    event.preventDefault();
    dialog.querySelector("form").requestSubmit();
  });

  // A laptop that slept must not believe its own counting: the clock decides.
  const watch = setInterval(async () => {
    const left = ends - Date.now();
    if (left <= 0) {
      clearInterval(watch);
      end(dialog);
    } else if (left <= WARNING * 1000 && !dialog.open) {
      dialog.showModal();
      await saveDrafts();
    }
  }, 1000);

  used();
}

async function extended(form) {
  try {
    const answer = await fetch(form.action, {
      method: "POST", body: new FormData(form), credentials: "same-origin", redirect: "error",
    });
    return answer.ok;
  } catch {
    return false;
  }
}

function close(dialog) {
  if (dialog.open && dialog.querySelector("[data-session-ended]").hidden) dialog.close();
}

function end(dialog) {
  const closes = dialog.querySelector("form[data-session-closes]");
  if (closes) { // a form without an account: this browser lets go of it
    closes.submit();
    return;
  }
  dialog.querySelector("[data-session-warning]").hidden = true;
  dialog.querySelector("[data-session-ended]").hidden = false;
  document.body.classList.add("heed-hidden-for-safety");
  if (!dialog.open) dialog.showModal();
}
