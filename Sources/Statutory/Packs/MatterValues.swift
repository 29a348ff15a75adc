import Access
import Basics
import Database
import Files
import Pages
import People
import Provision

extension Reader {
    /// What a request gives to a form: the pupil, the evidence of the record, and what is asked for.
    /// - Throws: `NotFound` where the record is not in sight.
    func matter(ofRequest row: RowID, of pupil: PupilID, _ asker: FormAsker) throws -> FormMatter {
        let record = try pupilRecord(pupil, for: asker.viewer, on: asker.today), found = try heldCase(row, of: pupil, for: asker.viewer, on: asker.today), held = found.held
        var values = try pupilValues(record, at: one(held.school, of: School.self), council: held.council, officer: held.officer, asker)
        values.merge(try recordValues(of: record.pupil, asker.person, on: asker.today)) { $1 }
        values["request.date"] = .known(found.steps.first { $0.kind == .asked }?.happenedOn.inWords)
        values["request.by"] = .text(held.askedBy.label)
        values["request.reason"] = .known(held.words.reason)
        values["request.outcomes"] = .known(held.words.hopes)
        values["request.care"] = .known(held.words.care)
        values["request.agreement"] = .known(held.words.agreement)
        values["request.health"] = .known(try diagnoses(of: pupil))
        values["views.pupil"] = .known(held.words.childViews)
        values["views.how"] = .known(held.words.viewsHow)
        values["views.family"] = .known(held.words.familyViews)
        let writes = try powers(of: asker.person, over: pupil, on: asker.today).contains(.changeRegister), change = writes ? changeRequestPath(pupil, row) : nil
        let own: [FormMatter.Place] = [.init("request.", "Write it on the request", change), .init("request.health", "See the pupil’s page", pupilPath(pupil)), .init("request.date", "Stands there once the request is sent", nil), .init("views.", "Write it on the request", change)]
        return try FormMatter(.request, row: row, pupil: pupil, school: held.school, council: held.council, name: record.pupil.calledName, values: redacted(values, pupil), places: places(pupil, held.council, asker) + own)
    }

    /// What a review gives to a form: the plan, who came, what was said, and what is recommended.
    /// - Throws: `NotFound` where the record is not in sight.
    func matter(ofReview row: RowID, of pupil: PupilID, _ asker: FormAsker) throws -> FormMatter {
        let record = try pupilRecord(pupil, for: asker.viewer, on: asker.today), review = try annualReview(row, of: pupil, for: asker.viewer, on: asker.today)
        let held = try whole(review, on: asker.today), plan = try ehcPlan(of: pupil, for: asker.viewer, on: asker.today), writes = try powers(of: asker.person, over: pupil, on: asker.today).contains(.changeRegister)
        var values = try pupilValues(record, at: one(review.school, of: School.self), council: review.council, officer: plan?.plan.officer ?? "", asker)
        values.merge(try recordValues(of: record.pupil, asker.person, on: asker.today)) { $1 }
        if review.kind == .plan, let plan { values.merge(try planValues(plan, held, of: pupil, asker)) { $1 } }
        values.merge(held.values) { $1 }
        let meeting = writes && review.reportedOn == nil ? reviewRecordPath(pupil, row) : nil, none = "Trellis has no place for it: write it into the Word file"
        let own: [FormMatter.Place] = [
            .init("review.", "Write down the meeting", meeting), .init("views.", "Write down the meeting", meeting), 
            .init("contributions.", "See the review", reviewPath(pupil, row)), .init("people.", "See the review", reviewPath(pupil, row)), .init("differences.", "Write down the meeting", meeting), .init("differences.who", none, nil), .init("differences.about", none, nil),
            .init("recommendations.", "Write down the meeting", meeting), .init("recommendations.section", none, nil), .init("actions.", "Add something to do", writes ? reviewActionPath(pupil, row) : nil),
            .init("plan.", "See the EHC plan", ehcPlanPath(pupil)), .init("plan.outcomes.progress", "Write down the meeting", meeting), .init("plan.outcomes.next", "Write down the meeting", meeting), .init("plan.provision.note", none, nil), .init("plan.provision.cost", none, nil),
        ]
        return try FormMatter(.review, row: row, pupil: pupil, school: review.school, council: review.council, name: record.pupil.calledName, values: redacted(values, pupil), places: places(pupil, review.council, asker) + own)
    }

    func redacted(_ values: WordValues, _ pupil: PupilID) throws -> WordValues {
        let redaction = try redaction(of: pupil)
        return values.mapValues { $0.redacted(redaction) }
    }

    private func diagnoses(of pupil: PupilID) throws -> String {
        try all(Diagnosis.self, "WHERE pupil_id = \(pupil) ORDER BY id").map { [$0.name, $0.givenBy, $0.givenOn?.inWords ?? ""].filter { !$0.isEmpty }.joined(separator: ", ") }.joined(separator: "\n")
    }

    /// Where the parts are written that every form asks for.
    func places(_ pupil: PupilID, _ council: String, _ asker: FormAsker) throws -> [FormMatter.Place] {
        let pack = asker.person.may(.seeSafetyNet) ? (asker.person.may(.keepPacks) ? changePackPath(council) : try isKnownCouncil(council) ? packPath(council) : nil) : nil
        let page = pupilPath(pupil), hand = "Trellis has no place for it: write it into the Word file"
        return [
            .init("", hand, nil), .init("pupil.", "See the pupil’s page", page), .init("needs.", "See the pupil’s page", page), .init("needs.words", hand, nil), .init("family.", "See the pupil’s page", page), .init("family.language", hand, nil),
            .init("council.email", "See what the council asks for", pack), .init("council.officer", "Write it on the request or the plan", nil), .init("attendance.", "Comes with the attendance report that the office reads in", nil),
            .init("attainment.", "See the pupil’s page", page), .init("cycles.", "See the pupil’s page", page), .init("provision.", "See the pupil’s page", page), .init("totals.", "See the pupil’s page", page), .init("advice.", "See the pupil’s page", page),
        ]
    }

    private func isKnownCouncil(_ code: String) throws -> Bool { try heldPacks().contains { $0.code == code } }

    /// The plan in force: its days, its outcomes with what the review found, and section F with owed and given minutes.
    private func planValues(_ plan: HeldPlan, _ held: HeldReview, of pupil: PupilID, _ asker: FormAsker) throws -> WordValues {
        let whole = try plan.inForce.flatMap { try self.whole([$0]).first }, lines = whole?.lines ?? [], minutes = try sectionFMinutes(lines, of: pupil, for: asker.person, on: asker.today)
        var values = WordValues(known: ["plan.date": plan.plan.finalOn?.inWords ?? "", "plan.setting": plan.plan.setting, "plan.band": [plan.plan.band, plan.plan.topUp?.words ?? ""].filter { !$0.isEmpty }.joined(separator: ", "), "plan.aspirations": whole?.sections[.a] ?? ""])
        if !lines.isEmpty {
            values["plan.provision"] = .rows(lines.map { line in
                let counted = minutes.minutes(of: line)
                return WordValues(known: ["what": line.words, "owed": line.owed.map { "\($0.minutes) \($0.per.label)" } ?? "", "given": counted.map { "\($0.offered) of \($0.owed) since \(minutes.from.short)" } ?? ""])
            })
        }
        if held.outcomes.isEmpty, let whole, !whole.outcomes.isEmpty { values["plan.outcomes"] = .rows(whole.outcomes.enumerated().map { ["number": .text("\($0 + 1)"), "outcome": .text($1.words)] }) }
        return values
    }
}

extension HeldReview {
    /// What was written down of the review itself.
    fileprivate var values: WordValues {
        var values = WordValues(known: ["review.date": (review.heldOn ?? review.meetingOn)?.inWords ?? "", "review.kind": review.isFirst ? "First review: \(review.kind.label)" : review.kind.label, "review.chair": review.chair, "review.due": review.dueOn.inWords])
        values["people"] = .rows(people.map { ["name": .text($0.name), "role": .text($0.role.label), "came": .text($0.attended.label)] })
        values["contributions"] = .rows(people.compactMap { person in
            contributions[person.id].map { given in
                let answers = person.role.questions().compactMap { question in given.words(question.key).nonEmpty.map { "\(question.label)\n\($0)" } }
                return WordValues(known: ["from": "\(person.name), \(person.role.label.lowercased())", "date": given.givenOn.inWords, "words": answers.joined(separator: "\n")])
            }
        })
        if !outcomes.isEmpty {
            values["plan.outcomes"] = .rows(outcomes.enumerated().map { WordValues(known: ["number": "\($0 + 1)", "outcome": $1.outcome, "progress": $1.progress == .unsaid ? "" : $1.progress.label, "next": $1.words]) })
        }
        guard let record else { return values }
        values["actions"] = .rows(actions.map { ["what": .text($0.what), "who": .text($0.owner.name), "by": .text($0.due.inWords)] })
        values["differences"] = .rows(record.differences.isEmpty ? [] : [["words": .text(record.differences)]])
        values["recommendations"] = .rows(record.changes.isEmpty ? [] : [["words": .text(record.changes)]])
        values.merge(WordValues(known: ["views.pupil": record.pupilView, "views.family": record.familyView, "views.school": record.schoolView, "views.how": record.viewsHow, "review.transport": record.travel, "review.budget": record.budget, "review.adulthood": record.adulthood, "review.conclusion": record.conclusion?.label ?? ""])) { $1 }
        return values
    }
}
