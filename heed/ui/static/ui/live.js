// <div data-live="address"> holds what the server says there, asked anew while the page is
// seen. The header says that nobody is at work: it does not keep a session from ending.

const EVERY = 30_000;

export function keepLive(parts) {
  for (const part of parts) {
    const again = setInterval(async () => {
      if (document.hidden || part.contains(document.activeElement)) return;
      try {
        const answer = await fetch(part.dataset.live, {
          headers: { "Heed-Live": "1" }, redirect: "error",
        });
        if (answer.ok) show(part, await answer.text());
      } catch {
        clearInterval(again); // signed out, or cut off: what stands there stays
      }
    }, EVERY);
  }
}

function show(part, words) {
  const said = new DOMParser().parseFromString(words, "text/html");
  part.replaceChildren(...said.body.childNodes);
}
