"""The people of Quillshire: what each finds on the morning of 11 March."""

# Who stands on the list of which case, beside those who lead it.
FINDS = dict.fromkeys(("scrutineer", "notifier", "group-member", "family"), "Q-26-007")
FINDS |= dict.fromkeys(("lead-partner", "legal"), "Q-24-006")
# Whose first page names something to do on the morning of 11 March.
WORK_WAITS_FOR = {"manager", "coordinator", "council", "icb", "police", "notifier"}
WORK_WAITS_FOR |= {"council-alternate", "icb-alternate", "police-alternate"}
WORK_WAITS_FOR |= {"lead", "community-lead", "community-deputy", "doctor", "family"}
WORK_WAITS_FOR |= {"scrutineer", "group-member", "surgery-lead", "housing-lead"}
WORK_WAITS_FOR |= {"reviewer"}

# One of each kind of reader.
LED_EVERYWHERE = ["manager", "coordinator", "council", "notifier", "reviewer", "legal"]
LED_EVERYWHERE += ["scrutineer", "community-deputy", "family", "panel", "administrator"]
