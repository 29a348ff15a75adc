import Access
import Agencies
import AreaKit
import Basics
import Database
import Pages
import People

/// Asks one more person to a review.
let addReviewer = PupilAct(
    about: [], needs: .changeRegister,
    start: { _, _, ask in [("role", ask.query["role"])] },
    form: { reader, record, ask, write in
        let review = try reader.annualReview(ask), people = try reader.people(of: review)
        return PupilForm(
            title: "Ask somebody to the review", lead: "\(record.pupil.fullCalledName). Whoever is asked can be given a link and write without an account.", button: "Put them on the list",
            fields: """
                \(missingNotice(people))\(write.select("role", "In which part?", [Choice("", "Choose")] + ReviewRole.allCases.map { Choice($0.rawValue, $0.label) }))\
                \(write.text("name", "Name", suggestions: "known"))\(near(try reader.nearContacts(ask.pupil, ask.typed), write))\(write.text("email", "Mail address", hint: "Only so that you find it here. Trellis sends nothing by itself.", type: "email"))\
                <datalist id="known">\(try suggestions(reader, record))</datalist>
                """)
    },
    goingTo: { writer, record, ask, typed in
        let review = try writer.annualReview(ask)
        var person = try AddReviewPerson(ReviewRole(rawValue: typed["role"]), name: typed["name"], email: typed["email"]).applied(to: review, beside: writer.people(of: review)).after
        let near = try writer.nearContacts(ask.pupil, typed), chosen = near.first { "\($0.id)" == typed["same_as"] }
        if !near.isEmpty, chosen == nil, typed["same_as"] != "nobody" { throw Problems("same_as", "Somebody of this surname is in the record. Say whether it is the same person, so that nobody gets what they may not have.") }
        person.contact = (chosen ?? record.contacts.first { $0.isAlike(person.name, person.email) })?.id
        try writer.save(Change("reviewPerson.asked", to: person))
        return reviewPath(ask.pupil, review.id).asking(["saved": "person"]).at("people")
    })

extension Reader {
    /// Contacts who may be the one typed: the same surname, and not the same name.
    fileprivate func nearContacts(_ pupil: PupilID, _ typed: FormValues) throws -> [Contact] {
        // Of a sealed record nobody is told who the contacts are.
        if try one(pupil, of: Pupil.self)?.sealed ?? true { return [] }
        let contacts = try reviewContacts(of: pupil), name = typed["name"]
        return contacts.contains { $0.isAlike(name, typed["email"]) } ? [] : contacts.filter { $0.isNear(name) }
    }
}

private func near(_ contacts: [Contact], _ write: FormWriter) -> HTML {
    if contacts.isEmpty { return "" }
    return write.radios("same_as", "Is this the same person?", contacts.map { Choice("\($0.id)", $0.ends == nil ? $0.name : "\($0.name), no contact any more") } + [Choice("nobody", "No, somebody else")])
}

/// The contacts of the record, and the people of the agencies to which the pupil was referred.
private func suggestions(_ reader: Reader, _ record: PupilRecord) throws -> [HTML] {
    let agencies = try reader.all(AgencyPerson.self, "WHERE agency_id IN (SELECT agency_id FROM referral WHERE pupil_id = \(record.pupil.id)) AND ends IS NULL ORDER BY name LIMIT 30")
    return (record.contacts.map(\.name) + agencies.map(\.name)).unique.map { "<option value=\"\($0)\"></option>" }
}

/// Takes somebody off the list who was put there by mistake or has moved on.
let removeReviewer = PupilAct(
    about: ["review_person"], needs: .changeRegister,
    form: { reader, record, ask, _ in
        let found = try reader.reviewer(ask)
        return PupilForm(title: "Take \(found.person.name) off the list", lead: "\(record.pupil.fullCalledName). Their link stops working. What they wrote stays in the record.", button: "Take them off", fields: "")
    },
    goingTo: { writer, _, ask, _ in
        let found = try writer.reviewer(ask)
        var after = found.person
        after.removedOn = ask.today
        try writer.endLinks(of: found.person)
        try writer.save(Change("reviewPerson.removed", from: found.person, to: after))
        return reviewPath(ask.pupil, found.review.id).asking(["saved": "removed"]).at("people")
    })

/// Writes down for somebody what they said or sent on paper: a child's own words above all.
let reviewWords = PupilAct(
    about: ["review_contribution"], needs: .changeRegister,
    start: { reader, _, ask in
        let found = try reader.reviewer(ask), held = try reader.all(ReviewContribution.self, "WHERE person_id = \(found.person.id)").first
        return ReviewQuestion.Key.allCases.map { ($0.rawValue, held?.words($0) ?? "") }
    },
    form: { reader, record, ask, write in
        let found = try reader.reviewer(ask)
        let boxes: [HTML] = found.person.role.questions(forAdulthood: try reader.isInYear9(record.pupil, on: found.review.meetingOn ?? ask.today)).map { write.longText($0.key.rawValue, $0.label, rows: 4, aboutChild: ask.notice) }
        return PupilForm(title: "Write down what \(found.person.name) says", lead: "\(record.pupil.fullCalledName). Use their own words.", button: "Save these words", fields: "\(boxes)")
    },
    goingTo: { writer, _, ask, typed in
        let found = try writer.reviewer(ask), before = try writer.all(ReviewContribution.self, "WHERE person_id = \(found.person.id)").first
        try writer.save(GiveContribution(typed.answers).applied(to: before, of: found.person, to: found.review, by: "Written down by \(ask.viewer.name)", today: ask.today))
        return reviewPath(ask.pupil, found.review.id).asking(["saved": "words"]).at("people")
    })

extension FormValues {
    /// What was typed to each question that was asked.
    var answers: [ReviewQuestion.Key: String] { Dictionary(uniqueKeysWithValues: ReviewQuestion.Key.allCases.filter { has($0.rawValue) }.map { ($0, self[$0.rawValue]) }) }
}

/// Makes a link for somebody, shown once; or ends the one they have.
let reviewLinkRoutes: [Route] = [
    .send(makeReviewLinkPath, .changeRegister) { visit, pupil, row in
        let made = try await visit.write { writer in
            let found = try writer.reviewerToChange(pupil, row, visit), contacts = try writer.reviewContacts(of: pupil)
            if let reason = found.person.barred(by: contacts) { throw Problems("", "No link is made for \(found.person.name). \(reason).") }
            guard found.review.isOpen else { throw Problems("", "This review is over.") }
            let link = try writer.makeLink(for: found.person, of: found.review)
            return (found, link)
        }
        return linkMade(visit, made.0.person, made.0.review, made.1.secret, made.1.code, made.1.link)
    },
    .send(endReviewLinkPath, .changeRegister) { visit, pupil, row in
        .goTo(try await visit.write { writer in
            let found = try writer.reviewerToChange(pupil, row, visit)
            try writer.endLinks(of: found.person)
            return reviewPath(pupil, found.review.id).asking(["saved": "link-ended"]).at("people")
        })
    },
]

extension Reader {
    fileprivate func reviewerToChange(_ pupil: PupilID, _ row: RowID, _ visit: Visit) throws -> (person: ReviewPerson, review: AnnualReview) {
        guard try powers(of: visit.viewer, over: pupil, on: visit.today).contains(.changeRegister) else { throw NotFound() }
        return try reviewer(row, of: pupil, for: visit.viewer, on: visit.today)
    }
}

private func linkMade(_ visit: Visit, _ person: ReviewPerson, _ review: AnnualReview, _ secret: SecretToken, _ code: String, _ link: ReviewLink) -> Answer {
    let words = "We ask you for your view for a review meeting\(review.meetingOn.map { " on \($0.inWords)" } ?? ""). Please open this page and write before \((review.meetingOn.map { $0 - 14 } ?? link.until).inWords). You need no account."
    return visit.page("Link and number", at: "reviews", """
        \(crumbs(("Annual reviews", reviewsPath()), ("The review", reviewPath(person.pupil, review.id))))\
        \(pageTitle("Link and number for \(person.name)", lead: "Both are shown only now. The link opens until \(link.until.inWords). A link made before no longer works."))\
        <ol class="steps"><li>Send this by mail\(person.email.isEmpty ? "" : " to \(person.email)"). Write no child’s name into the mail. <p>\(words)</p>\
        <p><code class="link">\(visit.request.front)\(reviewLinkPath(secret.text))</code></p></li>\
        <li>Tell them this number by telephone, by text message or in person. <p><code class="link">\(code)</code></p></li></ol>\
        <p class="actions">\(linkButton("Go back to the review", reviewPath(person.pupil, review.id).at("people")))</p>
        """)
}
