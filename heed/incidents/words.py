"""What the pages on which a notification is recorded say."""

OF_RECORDING = {
    "heading": "Record that the Panel was notified",
    "explanation": "The local authority sends the notification on the national system. "
    "Here it is recorded. The rapid review opens in the same moment; its fifteen "
    "working days run from the time of sending.",
    "pressing": "Pressing this records the notification, opens the rapid review, and "
    "tells the partners, the coordinators, the group and the independent scrutineer, "
    "by email with the reference alone.",
}
OF_LOGGING = {
    "heading": "Log a notification made outside Heed",
    "explanation": "For a notification that was sent before anybody could record it "
    "here. The rapid review opens in the same moment. What was skipped follows as "
    "open items and blocks nothing.",
    "pressing": "Pressing this logs the notification, opens the rapid review, and "
    "tells the partners, the coordinators, the local authority’s notifier, the group "
    "and the independent scrutineer, by email with the reference alone.",
}
OF_A_DEATH = {
    "heading": "Record the notice of a death without abuse or neglect",
    "explanation": "Of a child in care, or a care-experienced young person, in whose "
    "death no abuse or neglect is known or suspected. The Secretary of State and Ofsted"
    " are told on the national system. No rapid review is owed.",
    "pressing": "Pressing this records the notice and ends the clock for telling them.",
}
OF_AN_OUTSIDE_DEATH = {
    "heading": "Log the notice of a death that was sent outside Heed",
    "explanation": "Of a child in care, or a care-experienced young person, in whose "
    "death no abuse or neglect is known or suspected. No rapid review opens, and no "
    "fifteen working days run. Where abuse or neglect is known or suspected, log a "
    "serious incident notification in its place.",
    "pressing": "Pressing this logs the notice, ends the clock for telling of the "
    "death, and tells the partners, the coordinators and the local authority’s "
    "notifier, by email with the reference alone.",
}
