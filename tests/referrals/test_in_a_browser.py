"""How the pages of referrals look, in a real browser, and that no script is needed."""

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from heed import clock
from heed.correspondence.actions import note_state_of_mailbox
from heed.documents.models import Document
from heed.documents.queries import documents_of
from heed.papers.questions.wording import COMPLAINTS
from heed.partnership.actions import verify_domain
from heed.referrals.actions import (
    add_information,
    open_case,
    set_aside,
    split_referral,
)
from heed.referrals.models import ChildAtRisk, Referral, SetAside
from heed.referrals.queries import papers_of
from heed.referrals.splitting import GOES
from heed.rulebook.language import Role
from tests.browser import DESKTOP, PHONE, check, chromium, open_page, picture
from tests.cases.factories import declared, the_people
from tests.looking import a_desk
from tests.papers.test_remaking import a_photograph
from tests.partnership.factories import HEED, a_partnership, a_person, signed_in
from tests.referrals.bad_papers import with_macros
from tests.referrals.factories import (
    ABOUT_PIPIT,
    a_draft_in_the_tray,
    a_filled_form,
    a_nurses_draft,
    a_referral,
    an_email,
    an_emailed_form,
    arrived,
    staff_of,
)
from tests.referrals.test_everything_read_is_checked import A_GRID

pytestmark = [pytest.mark.django_db, pytest.mark.browser]


def look(page, name):
    """Look at a page on a phone, where everything has to fit, and on a desk."""
    check(page, name)
    page.set_viewport_size({"width": DESKTOP, "height": 900})
    picture(page, f"{name}-{DESKTOP}")
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= DESKTOP, f"{page.url} is {wide} wide"
    page.set_viewport_size({"width": PHONE, "height": 900})


@pytest.fixture
def site():
    """The desk on a port of this machine, over the database of the test."""
    cache.clear()
    with a_desk() as address:
        yield address


@pytest.fixture
def quillshire():
    return a_partnership(
        "Quillshire Safeguarding Children Partnership",
        front_door_telephone="01632 960100",
        out_of_hours_telephone="01632 960101",
        business_unit_telephone="01632 960102",
        referral_address="referrals@partnership.quillshire.example",
        reference_prefix="Q",
    )


def press(page, name):
    page.get_by_role("button", name=name).click()


def says_that_a_child_may_be_at_risk(page, site):
    page.goto(f"{site}{reverse('refer')}")
    look(page, "refer-start")
    press(page, "Start now")
    look(page, "refer-risk")
    page.get_by_label("Not known", exact=True).check()
    press(page, "Save and go on")
    look(page, "refer-risk-numbers")
    page.get_by_label("Which child is at risk").fill("the litle girl next door")
    press(page, "Save and go on")
    look(page, "refer-tasks")


def names_a_child(page):
    page.get_by_role("link", name="The child", exact=True).click()
    look(page, "refer-children-none")
    press(page, "Begin")
    page.get_by_label("First names").fill("Marny")
    look(page, "refer-child-name")
    for _ in range(6):
        press(page, "Save and go on")
    look(page, "refer-children")
    press(page, "Go on")


def says_what_happened(page):
    page.get_by_role("link", name="What happened").click()
    press(page, "Save and go on")
    page.get_by_label("What happened?").fill("she was taken away in a ambulence")
    press(page, "Save and go on")
    page.get_by_role("link", name="Why you refer this").click()
    look(page, "refer-criteria")
    page.get_by_label("This is suspected").check()
    press(page, "Save and go on")


def adds_papers(page):
    page.get_by_role("link", name="Papers and pictures").click()
    note = {"name": "a.txt", "mimeType": "text/plain", "buffer": b"A note."}
    posing = {"name": "b.pdf", "mimeType": "text/plain", "buffer": b"<html>x</html>"}
    page.get_by_label("Choose files").set_input_files([note, posing])
    press(page, "Add these files")
    look(page, "refer-papers-refused")
    press(page, "Go on")


def takes_a_code_for_later(page):
    page.get_by_role("link", name="Stop now and come back later").click()
    press(page, "Show me a new secret")
    look(page, "refer-come-back-later")
    page.get_by_role("link", name="Your referral").click()


def sends_it(page):
    press(page, "Check and send")
    look(page, "refer-check")
    press(page, "Send the referral")
    look(page, "refer-receipt")
    reference = page.locator(".govuk-panel__body strong").inner_text()
    return reference, page.locator("strong.heed-secret").inner_text()


def follows_it(page, reference, secret):
    page.get_by_role("link", name="See how far it has come").click()
    page.get_by_label("Reference").fill(reference)
    page.get_by_label("Secret").fill(secret)
    press(page, "Show me")
    look(page, "refer-status-shown")
    press(page, "Add to it")
    look(page, "refer-add")


def test_a_neighbour_refers_without_script(site, quillshire):
    with chromium() as browser, open_page(browser, width=PHONE, script=False) as page:
        says_that_a_child_may_be_at_risk(page, site)
        names_a_child(page)
        says_what_happened(page)
        adds_papers(page)
        takes_a_code_for_later(page)
        follows_it(page, *sends_it(page))


def test_a_form_that_nobody_writes_in_is_kept_and_closes_itself(site, quillshire):
    with chromium() as browser, open_page(browser, width=PHONE) as page:
        page.clock.install()
        says_that_a_child_may_be_at_risk(page, site)
        page.get_by_role("link", name="What happened", exact=True).click()
        page.locator("textarea").first.fill("She was taken to hospital.")
        page.clock.fast_forward("13:01")
        page.get_by_text("Your form closes here in 2 minutes").wait_for()
        look(page, "refer-closes")
        page.get_by_text("Draft saved").wait_for()
        page.clock.fast_forward("02:01")
        page.wait_for_url(site + reverse("refer_closed"))

    kept = Referral.objects.get().answers.values()
    assert "She was taken to hospital." in kept


def test_the_other_open_pages(site, quillshire):
    brackenholt = a_partnership("Brackenholt Safeguarding Children Partnership")
    pages = {
        "choose": reverse("refer"),
        "privacy": reverse("refer_privacy", args=[quillshire.slug]),
        "resume": reverse("refer_resume"),
        "status": reverse("refer_status"),
        "closed": reverse("refer_closed"),
    }
    assert brackenholt

    with chromium() as browser, open_page(browser, width=PHONE) as page:
        for name, address in pages.items():
            page.goto(site + address)
            look(page, f"refer-{name}")


def cookie_of(person, site):
    client = signed_in(Client(), person)
    return {"name": "heed", "value": client.cookies["heed"].value, "url": site}


def look_at(site, person, pages):
    cookie = cookie_of(person, site)
    with chromium() as browser, open_page(browser, width=PHONE) as page:
        page.context.add_cookies([cookie])
        for name, address in pages.items():
            page.goto(site + address)
            assert page.url == site + address
            look(page, f"referrals-{name}")


def through_their_lead(quillshire, lead, *, at):
    """What a lead reads of a referral that came without an account and was set aside."""
    manager = a_person(Role.MANAGER, partnership=quillshire, at=at)
    role = {"referrer__capacity": "staff", "referrer__role": "Ward sister"}
    set_aside(
        a_referral(quillshire, at=at, **role),
        reasons="An accident.",
        for_lead="Two accounts of the accident agree. Please thank her.",
        lead=str(lead.roles.get(role=Role.SAFEGUARDING_LEAD).pk),
        by=manager,
        at=at,
    )
    return SetAside.objects.get()


def test_the_pages_of_an_organisation(site, quillshire):
    at = clock.now()
    staff = staff_of(quillshire, at=at)
    draft = a_draft_in_the_tray(staff["nurse"], at=at)
    own = a_nurses_draft(staff["lead"], at=at)
    told = through_their_lead(quillshire, staff["lead"], at=at)
    pages = {
        "organisation": reverse("organisation_referrals"),
        "reasons-for-lead": reverse("reasons_for_lead", args=[told.public_id]),
        "draft": reverse("draft", args=[draft.public_id]),
        "decide": reverse("decide_draft", args=[draft.public_id]),
        "draft-tasks": reverse("draft_tasks", args=[own.public_id]),
        "draft-page": reverse("draft_page", args=[own.public_id, "referrer", "reach"]),
        "draft-check": reverse("draft_check", args=[own.public_id]),
        "to-deputy": reverse("draft_to_deputy", args=[draft.public_id]),
    }

    look_at(site, staff["lead"], pages)


def an_organisation_with_a_draft(quillshire, people, *, at):
    """One whose mail domain somebody made sure of, and in whose tray a draft lies."""
    staff = staff_of(quillshire, at=at)
    a_draft_in_the_tray(staff["nurse"], at=at)
    by_phone = {"how": "rang", "by": people["coordinator"], "at": at}
    verify_domain(staff["organisation"], domain="quillshire.example", **by_phone)
    return staff["organisation"]


def test_the_pages_of_the_business_unit(site, quillshire):
    at = clock.now()
    people = the_people(quillshire, at=at)
    ward = an_organisation_with_a_draft(quillshire, people, at=at)
    other = a_referral(quillshire, child__1__given="Tobias", at=at)
    referral = a_referral(
        quillshire,
        answers=ABOUT_PIPIT
        | {
            "safety.at_risk": "yes",
            "child.1.dob": "14/5/10",
            "child.1.address": "14 Gannet Row",
            "child.1.address_withheld": "yes",
            "child.2.given": "Junia",
            "child.2.dob": "30 February 2019",
            "referrer.withhold": "yes",
        },
        at=at,
    )
    emailed = arrived(an_emailed_form(quillshire), quillshire, at=at)
    goes = {"parts": {"incident": GOES}, "papers": {}, "added": {}}
    by = {"by": people["manager"], "at": at}
    taken = split_referral(other, reasons="Two weekends.", **goes, **by)
    halves = [other.public_id, taken.taken_out_of.public_id]
    two = [(name, a_filled_form(quillshire)) for name in ("one.docx", "two.docx")]
    waiting = arrived(an_email(*two, body="I am worried."), quillshire, at=at)
    note_state_of_mailbox(quillshire, failure="TimeoutError", by=HEED, at=at)
    brought = documents_of(waiting, purpose="attachment")[0].public_id
    arrived(an_email(("grid.docx", A_GRID.read_bytes())), quillshire, at=at)
    two_emails = Referral.objects.filter(channel="email").order_by("reference")
    by_email, by_grid = (each.public_id for each in two_emails)
    photograph = ("scan.jpg", a_photograph(size=(600, 400)))
    shown = arrived(an_email(photograph, body="As asked."), quillshire, at=at)
    scan = documents_of(shown, purpose="attachment")[0].public_id
    at_risk = ChildAtRisk.objects.get(referral=referral)
    one, risk = [referral.public_id], [at_risk.public_id]
    pages = {
        "queue": reverse("referrals"),
        "step-back": reverse("step_back", args=one),
        "referral": reverse("referral", args=one),
        "understood": reverse("check_understood", args=one),
        "understood-paper": f"{reverse('check_understood', args=[by_email])}?paper=first",
        "understood-grid": reverse("check_understood", args=[by_grid]),
        "email-picture": reverse("email_paper", args=[shown.public_id, scan]),
        "not-met": reverse("not_met"),
        "came-from": reverse("came_from", args=one),
        "domains": reverse("organisation_domains", args=[ward.public_id]),
        "find": reverse("find_referral"),
        "form-words": reverse("form_wording"),
        "form-words-change": f"{reverse('word_form')}?place={COMPLAINTS}",
        "at-risk": reverse("child_at_risk", args=risk),
        "open-case": reverse("open_case", args=one),
        "join": reverse("join_referral", args=one),
        "compare": reverse("compare_referral", args=[*one, other.public_id]),
        "begin-notification": reverse("begin_with_notification"),
        "begin-enquiry": reverse("begin_with_enquiry"),
        "set-aside": reverse("set_aside_referral", args=one),
        "split": reverse("split_referral", args=one),
        "before-split": reverse("before_split", args=halves),
        "split-off": reverse("referral", args=[other.public_id]),
        "leads": reverse("leads"),
        "withheld-address": reverse("withheld_address", args=one),
        "new-secret": reverse("new_referral_secret", args=one),
        "type-in": reverse("type_in_referral"),
        "emails": reverse("emails"),
        "email": reverse("email", args=[waiting.public_id]),
        "email-paper": reverse("email_paper", args=[waiting.public_id, brought]),
        "refer-email": reverse("refer_email", args=[waiting.public_id]),
        "join-email": reverse("join_email", args=[waiting.public_id]),
    }
    assert emailed.reference

    look_at(site, people["manager"], pages)


def test_what_others_than_the_business_unit_read_of_a_paper(site, quillshire):
    at = clock.now()
    people = the_people(quillshire, at=at)
    arrived(an_emailed_form(quillshire), quillshire, at=at)
    referral = Referral.objects.get()
    case = open_case(referral, by=people["manager"], at=at)
    declared(case, people["manager"], people["police"], at=at)
    (paper,) = papers_of(referral, with_emails=False)
    address = reverse("referral_paper", args=[referral.public_id, paper.public_id])

    look_at(site, people["police"], {"paper": address})


def test_the_pages_of_a_referral_that_a_case_holds(site, quillshire):
    at = clock.now()
    people = the_people(quillshire, at=at)
    referral = a_referral(quillshire, child__1__address="14 Gannet Row", at=at)
    case = open_case(referral, by=people["manager"], at=at)
    declared(case, people["manager"], people["police"], at=at)
    macros = SimpleUploadedFile("plan.docx", with_macros())
    by = {"by": people["manager"], "at": at}
    add_information(referral, words="Tobiah has moved.", files=[macros], **by)
    kept_aside = Document.objects.get(owner_id=referral.pk, purpose="added")
    pages = {
        "names-off": reverse("referral", args=[referral.public_id]),
        "kept-aside": reverse("document", args=[kept_aside.public_id]),
    }

    look_at(site, people["manager"], pages)
