// <form data-autosave="address"> is sent there while somebody writes: what it holds, less
// its files. The server answers 204, perhaps with the mark that the form is to carry on. <p data-autosave-status role="status"> says so.

const PAUSE = 3000; // after the last key
const drafts = [];

export function keepDrafts(forms) {
  for (const form of forms) {
    const draft = { form, changed: false, timer: 0 };
    drafts.push(draft);
    form.addEventListener("input", () => {
      draft.changed = true;
      clearTimeout(draft.timer);
      draft.timer = setTimeout(() => save(draft), PAUSE);
    });
    form.addEventListener("submit", () => {
      clearTimeout(draft.timer);
      draft.changed = false;
    });
  }
}

export async function saveDrafts() {
  await Promise.all(drafts.map(save));
}

async function save(draft) {
  clearTimeout(draft.timer);
  if (!draft.changed) return;
  draft.changed = false;
  try {
    const answer = await fetch(draft.form.dataset.autosave, {
      method: "POST",
      body: withoutFiles(new FormData(draft.form)),
      credentials: "same-origin",
      redirect: "error", // a redirect to the sign-in page saves nothing
    });
    if (!answer.ok) throw new Error(String(answer.status));
    const mark = answer.headers.get("Heed-Mark"); // so that saving it is no surprise
    if (mark) draft.form.elements.mark.value = mark;
    say(draft.form, `Draft saved at ${clock(new Date())}`);
  } catch {
    draft.changed = true;
    say(draft.form, "The draft could not be saved. Your words are still on this page.");
  }
}

function withoutFiles(data) {
  for (const [name, value] of [...data.entries()]) {
    if (value instanceof File) data.delete(name);
  }
  return data;
}

function say(form, words) {
  const status = form.querySelector("[data-autosave-status]");
  if (status) status.textContent = words;
}

function clock(now) {
  return now.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
}
