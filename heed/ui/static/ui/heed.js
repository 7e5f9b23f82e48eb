// Only makes better what already works without it.

import {
  createAll, Button, CharacterCount, Checkboxes, ErrorSummary, ExitThisPage,
  PasswordInput, ServiceNavigation, SkipLink,
} from "./compiled/govuk-frontend.min.js";
import { keepDrafts, saveDrafts } from "./drafts.js";
import { keepGrids } from "./grid.js";
import { keepLive } from "./live.js";
import { watchSession } from "./session.js";

for (const part of [
  Button, CharacterCount, Checkboxes, ErrorSummary, ExitThisPage,
  PasswordInput, ServiceNavigation, SkipLink,
]) {
  createAll(part);
}

keepLive(document.querySelectorAll("[data-live]"));
keepGrids(document.querySelectorAll("tbody[data-grid]"));
keepDrafts(document.querySelectorAll("form[data-autosave]"));
watchSession(document.querySelector("dialog[data-session-seconds]"), saveDrafts);

for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
