"""Whom a label is about, when it says so itself: a parent, a worker, the child."""

_PARENT = (
    r"(?P<who>(?:mothers|fathers|mums|dads|parents|carers) "
    r"(?:new |ex ?|former |current )?(?:partner|boyfriend|girlfriend)|"
    r"(?:birth |step ?|foster |adoptive |maternal |paternal |grand ?)*"
    r"(?:mother|father|mum|dad)|[mp]g[mf]|"
    r"(?:main )?carer|guardian|partner|(?:parent|carer|parent carer) ?[1-4]?)s?"
)
_WORKER = (
    r"(?P<who>gp|general practitioner|(?:allocated )?social worker|health visitor|"
    r"school nurse|midwife|dentist|paediatrician|key worker|allocated worker|"
    r"lead professional|probation officer|independent reviewing officer|iro|"
    r"hospital|housing officer|family support worker|investigating officer|"
    r"officer in case|class teacher|head ?teacher)s?"
)
WHOM: tuple[tuple[str, str], ...] = (
    ("parent", _PARENT),
    ("worker", _WORKER),
    (
        "lead",
        (
            r"(?:designated |agency |organisation |organisations |agencys )?"
            r"(?:safeguarding leads?|dsls?|named (?:nurse|doctor|professional)s?|"
            r"safeguarding advis[eo]rs?)"
        ),
    ),
    (
        "referrer",
        (
            r"(?:referrers?|referring (?:person|professional|practitioner|worker)s?|"
            r"notifiers?"
            r"|persons? (?:making|completing) (?:referral|form|notification)|"
            r"reporters?)"
        ),
    ),
    (
        "child",
        (
            r"(?:subject |index |deceased )?(?:child ren|child young person|child|"
            r"childs|"
            r"childrens|children|young persons?|babys?|infants?|pupils?|patients?|"
            r"subjects?)"
        ),
    ),
)
