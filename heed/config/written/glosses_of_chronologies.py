"""What fields of chronologies are, where their names do not say it."""

from collections.abc import Mapping

OF_CHRONOLOGIES: Mapping[str, str] = {
    "account.said": "A mark of what a row said when it was put to others",
    "account.why": "Why a row belongs together with others, or does not",
    "telling.agreed_said": "Whether the agencies agree on an event, and on what",
    "taken_out.why": "Why the file is not of this chronology",
    "taken_out.before": "How rows of other files stood while it was here",
    "chronology.stood": "How rows of earlier files stood before it had them too",
    "key_episode.why": "Why it matters: what practice was there, or was not",
    "row_in_episode.said": "A print of what the row said, by which a change is seen",
    "row_theme.said": "A print of what the row said, by which a change is seen",
    "chronology_note.said": "A print of what the row said, by which a change is seen",
    "row_of_finding.said": "A print of what the row said, by which a change is seen",
    "chronology_note.words": "What somebody noted, for themselves or shared",
    "chronologies.RowTheme.theme": "The theme, as a code",
    "chronologies.RowTheme.was_suggested": "Whether words of the row suggested it",
    "chronologies.ChronologyNote.where": "On a row, after a row, or at a day",
    "chronologies.RowOfFinding.kind": "What kind of finding it is",
    "chronologies.RowOfFinding.finding": "Which finding: its identifier, or its part",
}
