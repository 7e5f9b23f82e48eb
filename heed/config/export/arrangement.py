"""In which order a person reads a case. What is not named here comes at the end."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model

from heed.config.export.reach import Rows


@dataclass(frozen=True)
class Section:
    """One page of the archive: its name, and which kinds of rows stand on it."""

    slug: str
    title: str
    labels: tuple[str, ...]


SECTIONS = (
    Section("case", "The case", ("cases.Case", "cases.SpineOfCase")),
    Section("children", "Children", ("cases.Child", "reviews.ChildPortrait")),
    Section(
        "family",
        "Family",
        (
            "cases.FamilyMember",
            "cases.FamilyRecord",
            "cases.Relation",
            "cases.Household",
            "cases.FamilyContact",
        ),
    ),
    Section(
        "referrals",
        "How it began: referrals",
        (
            "referrals.Referral",
            "referrals.Referrer",
            "referrals.AddedInformation",
            "referrals.ChildAtRisk",
            "referrals.ReferralInterest",
            "incidents.Enquiry",
        ),
    ),
    Section("steps", "Steps taken, with reasons", ("cases.StepTaken",)),
    Section("deadlines", "Deadlines", ("cases.Deadline", "cases.DeadlineExtension")),
    Section(
        "open-items",
        "Safety and open items",
        ("cases.SafetyAction", "cases.OpenItem"),
    ),
    Section(
        "beside",
        "What runs beside it, and what is on hold",
        (
            "cases.ParallelProcess",
            "cases.Hold",
            "cases.CaseShare",
            "cases.ShareDeclaration",
            "cases.ShareNote",
        ),
    ),
    Section(
        "notification",
        "Consideration and notification",
        (
            "incidents.Awareness",
            "cases.DecisionSheet",
            "incidents.PartnerView",
            "incidents.NotificationDecision",
            "incidents.Notification",
        ),
    ),
    Section(
        "requests",
        "Requests to agencies, and their answers",
        (
            "rapid_reviews.AgencyRequest",
            "rapid_reviews.AgencyAnswer",
            "rapid_reviews.Chase",
        ),
    ),
    Section(
        "chronology",
        "Chronologies of agencies",
        (
            "chronologies.Chronology",
            "chronologies.Row",
            "chronologies.Coming",
            "chronologies.TakenOut",
            "chronologies.Answered",
            "chronologies.Collation",
            "chronologies.RestrictedReader",
            "chronologies.Telling",
            "chronologies.Account",
            "chronologies.KeyEpisode",
            "chronologies.RowInEpisode",
            "chronologies.RowTheme",
            "chronologies.ChronologyNote",
            "chronologies.RowOfFinding",
            "rapid_reviews.RowQuestion",
        ),
    ),
    Section(
        "rapid-review",
        "Rapid review and decisions",
        (
            "rapid_reviews.RapidReview",
            "rapid_reviews.Episode",
            "rapid_reviews.PlannedDay",
            "rapid_reviews.Meeting",
            "rapid_reviews.WorkingNote",
            "rapid_reviews.ViewOnReview",
            "rapid_reviews.ViewsOpened",
            "rapid_reviews.ScrutinyComment",
            "rapid_reviews.Confirmation",
            "rapid_reviews.Submission",
            "rapid_reviews.PanelLetter",
            "rapid_reviews.AskedByPanel",
            "rapid_reviews.ReplyToPanel",
            "rapid_reviews.Told",
            "rapid_reviews.ToldReasons",
            "rapid_reviews.JoinedReview",
        ),
    ),
    Section(
        "review",
        "Local review",
        (
            "reviews.Review",
            "reviews.Appointment",
            "reviews.Terms",
            "reviews.Finding",
            "reviews.Event",
            "reviews.Invitation",
            "reviews.AccountRequest",
            "reviews.OwnAccount",
            "reviews.MonitoringNote",
            "reviews.WrittenRequest",
        ),
    ),
    Section(
        "report",
        "Report: drafts, comments, changes, signatures",
        (
            "reviews.ReportVersion",
            "reviews.AccuracyComment",
            "reviews.Change",
            "reviews.Signature",
        ),
    ),
    Section(
        "publication",
        "Publication",
        (
            "publications.Publication",
            "publications.AnswerOnPublication",
            "publications.Paper",
            "publications.Scan",
            "publications.LeftBehind",
            "publications.KnownInPublic",
            "publications.AttemptToIdentify",
            "publications.DutyPointedOut",
            "publications.KeptWord",
            "publications.KeptWordSignature",
            "publications.CheckedWord",
            "publications.SentBack",
            "publications.Approval",
            "publications.GateAsApproved",
            "publications.Clearance",
            "publications.FamilyNotTold",
            "publications.AdvanceCopy",
            "publications.NotMaterial",
            "publications.Comment",
            "publications.EarlyException",
            "publications.OwnSiteCheck",
            "publications.HandOver",
        ),
    ),
    Section(
        "learning",
        "Recommendations and actions",
        (
            "learning.Recommendation",
            "learning.Addressee",
            "learning.Action",
            "learning.Progress",
            "learning.Ending",
            "learning.Impact",
        ),
    ),
    Section(
        "briefings", "Briefings", ("learning.Briefing", "learning.BriefingApproval")
    ),
    Section(
        "correspondence",
        "Correspondence",
        ("correspondence.IncomingEmail", "correspondence.OutgoingEmail"),
    ),
    Section("files", "Files", ("documents.Document", "documents.Reading")),
    Section(
        "access",
        "Who could see the case",
        (
            "cases.AccessGrant",
            "cases.InterestDeclaration",
            "cases.Exclusion",
            "cases.AddressRequest",
        ),
    ),
)
# Where the plural of a model's name is not what people would say.
CALLED = {
    "cases.AddressRequest": "Who asked for a protected address",
    "cases.DecisionSheet": "Working sheets",
    "cases.FamilyContact": "What was told to the family, and heard from it",
    "cases.SpineOfCase": "Referrals that the case has taken in",
    "cases.StepTaken": "Steps taken",
    "chronologies.TakenOut": "Files that were taken out again, and why",
    "chronologies.Telling": "Rows that belong together, or do not",
    "chronologies.Account": "Rows of which that was said, and why",
    "chronologies.ChronologyNote": "Notes, of which a private one is its writer's",
    "chronologies.KeyEpisode": "Key practice episodes marked on rows",
    "chronologies.RowInEpisode": "Rows of the episodes",
    "chronologies.RowTheme": "Themes of rows",
    "chronologies.RowOfFinding": "Rows on which findings rest",
    "correspondence.IncomingEmail": "Emails in",
    "correspondence.OutgoingEmail": "Emails out",
    "incidents.Awareness": "When the local authority became aware",
    "incidents.PartnerView": "What each partner thought",
    "learning.Addressee": "Whom recommendations are addressed to, and their answers",
    "learning.Ending": "How actions ended",
    "learning.Impact": "Whether it helped children",
    "learning.Progress": "How actions went",
    "publications.AnswerOnPublication": "What each partner answered on publication",
    "publications.AttemptToIdentify": "Who tried to tell who a text is about",
    "publications.DutyPointedOut": "Where a report does what it has to",
    "publications.GateAsApproved": "The gate as it stood at each approval",
    "publications.KnownInPublic": "What others made public already",
    "publications.FamilyNotTold": "Why the family was not told or asked",
    "publications.HandOver": "What was handed down to the library",
    "publications.KeptWord": "Words kept by exception",
    "publications.CheckedWord": "What was looked at and may stay",
    "publications.SentBack": "Texts that were sent back to who wrote them",
    "publications.LeftBehind": "What uploaded files hid, as seen",
    "publications.NotMaterial": "Changes after the copies that are not material",
    "publications.OwnSiteCheck": "Checks of the partnership's own site",
    "rapid_reviews.AskedByPanel": "What the Panel asked for",
    "rapid_reviews.ReplyToPanel": "What was replied to the Panel",
    "rapid_reviews.Episode": "Key practice episodes",
    "rapid_reviews.PlannedDay": "Days of the plan that were changed",
    "rapid_reviews.RowQuestion": "What agencies were asked about rows, and answered",
    "rapid_reviews.WorkingNote": "Working notes, shown to nobody but their writer",
    "rapid_reviews.Told": "Who was told, and how",
    "rapid_reviews.ToldReasons": "What who referred was told, through a lead",
    "rapid_reviews.JoinedReview": "Cases that one review looks at together",
    "referrals.AddedInformation": "What was added later",
    "referrals.ReferralInterest": "Who stepped back from a referral",
    "referrals.ChildAtRisk": "Children said to be at risk",
    "reviews.AccountRequest": "Practitioners asked for their own account",
    "reviews.OwnAccount": "What practitioners said in their own words",
    "reviews.WrittenRequest": "What the partners asked the reviewer for",
    "rapid_reviews.ViewOnReview": "What each partner thought of a review",
    "rapid_reviews.ViewsOpened": "Sealed views that were opened early",
    "rapid_reviews.ScrutinyComment": "What the scrutineer said",
    "reviews.ChildPortrait": "Who the child was",
    "reviews.Terms": "Terms of reference",
}
THE_REST = ("other", "Other records")


def arranged(rows: Rows) -> Iterator[tuple[Section, dict[type[Model], list]]]:
    """Every section with its rows, and at the end whatever stands in none of them."""
    left = {model._meta.label: model for model in rows}
    for section in SECTIONS:
        here = [left.pop(label) for label in section.labels if label in left]
        yield section, {model: rows[model] for model in here}
    rest = Section(*THE_REST, tuple(left))
    yield rest, {model: rows[model] for model in left.values()}
