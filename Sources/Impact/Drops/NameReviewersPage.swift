import Access
import AreaKit
import Basics
import Database
import Pages
import People

func nameReviewersRoutes(_ colleagues: @escaping DropColleagues) -> [Route] {
    [
        .read(nameReviewersPath, .changeRegister) { visit, id in
            try await visit.read { reader in
                let seen = try reader.workedDrop(id, visit)
                return try page(visit, reader, seen, colleagues, FormValues(seen.reviewers.map { ($0.seat.rawValue, "\($0.account)") } + [("seen", seen.reviewersMark)]), Problems())
            }
        },
        .send(nameReviewersPath, .changeRegister) { visit, id in
            let typed = visit.request.form
            return try await visit.save { try name($0, visit, id, typed, colleagues) } again: { problems, status in
                try await visit.read { reader in
                    let seen = try reader.workedDrop(id, visit)
                    var again = typed
                    if status == 409 { again.set("seen", seen.reviewersMark) }
                    return try page(visit, reader, seen, colleagues, again, problems, status: status)
                }
            }
        },
    ]
}

extension Reader {
    /// A drop of a school where this person decides: the SENCO's part of it.
    /// - Throws: `NotFound` for everybody else.
    func workedDrop(_ id: DataDropID, _ visit: Visit) throws -> SeenDrop {
        let seen = try drop(id, for: visit.viewer, on: visit.today)
        guard visit.viewer.decidesImpact(at: seen.school.id) else { throw NotFound() }
        return seen
    }
}

extension Writer {
    /// Seats people. Where they change places, all get up before anybody sits down: nobody can have two seats at once.
    fileprivate func seat(_ changes: [Change<DropReviewer>], beside sitting: [DropReviewer]) throws {
        let moves = changes.contains { change in sitting.contains { $0.seat != change.after.seat && $0.account == change.after.account } }
        if moves { for before in changes.compactMap(\.before) { try withdraw(before, event: "drop.seatFreed", because: nil) } }
        for change in changes {
            var after = change.after
            if moves { after.id = .new }
            try save(moves ? Change(change.event, to: after) : change)
        }
    }
}

extension SeenDrop {
    /// Who is named, as a form carries it.
    var reviewersMark: String { reviewers.map { "\($0.id).\($0.version)" }.joined(separator: "-") }
}

private func name(_ writer: Writer, _ visit: Visit, _ id: DataDropID, _ typed: FormValues, _ colleagues: DropColleagues) throws -> Address {
    try writer.lockDrop(id)
    let seen = try writer.workedDrop(id, visit)
    if typed.has("seen"), typed["seen"] != seen.reviewersMark { throw FormOvertaken("Somebody else changed who signs, or one of them signed, while you had this open: \(seen.reviewers.map(\.name).joined(separator: ", ")). Nothing of yours is saved yet.") }
    // Who is named already stays a choice, also after they have left.
    let people = try colleagues(writer, seen.school.id, visit.today) + seen.reviewers.map { DropColleague(account: $0.account, name: $0.name, roles: []) }
    try writer.seat(try NameReviewers(typed.reviewers(among: people)).applied(to: seen.drop, seen.reviewers), beside: seen.reviewers)
    return dropPath(id).asking(["saved": "reviewers"])
}

extension FormValues {
    /// Whom a form names, by their seats.
    func reviewers(among people: [DropColleague]) -> [DropReviewer.Seat: (account: AccountID, name: String)] {
        var named: [DropReviewer.Seat: (account: AccountID, name: String)] = [:]
        for seat in DropReviewer.Seat.allCases {
            if let account = AccountID(self[seat.rawValue]), let person = people.first(where: { $0.account == account }) { named[seat] = (person.account, person.name) }
        }
        return named
    }
}

extension DropReviewer.Seat {
    /// Whether somebody usually sits here.
    func suits(_ person: DropColleague) -> Bool {
        let usual: [Role] = switch self {
        case .sendLead: [.trustLead]
        case .head: [.head]
        case .governor: [.governor, .trustee]
        }
        return person.roles.contains(where: usual.contains)
    }
}

/// Three people; those who usually sit there stand first.
func reviewerFields(_ write: FormWriter, _ people: [DropColleague]) -> HTML {
    let fields: [HTML] = DropReviewer.Seat.allCases.map { seat in
        let choices = (people.filter(seat.suits) + people.filter { !seat.suits($0) }).map { Choice("\($0.account)", ([$0.name] + $0.roles.map(\.label)).joined(separator: ", ")) }
        return write.select(seat.rawValue, seat.label, [Choice("", "Choose")] + choices, hint: seat.seesPupils ? nil : "Sees figures, and no names.")
    }
    return "<fieldset class=\"field\"><legend>Who looks it through?</legend><p class=\"hint\">Three different people, each with a sign-in of their own.</p>\(fields)</fieldset>"
}

private func page(_ visit: Visit, _ reader: Reader, _ seen: SeenDrop, _ colleagues: DropColleagues, _ typed: FormValues, _ problems: Problems, status: Int = 422) throws -> Answer {
    let write = FormWriter(typed, problems), title = "Name the three who sign", known = try colleagues(reader, seen.school.id, visit.today)
    let gone = seen.reviewers.filter { old in !known.contains { $0.account == old.account } }.map { DropColleague(account: $0.account, name: $0.name, roles: []) }
    let body: HTML = """
        \(crumbs(("Data drops", dropsPath().asking(["school": "\(seen.school.id)"])), (seen.title, dropPath(seen.drop.id))))\(write.summary)\(pageTitle(title, lead: "\(seen.title). \(seen.school.name)."))\
        \(form(nameReviewersPath(seen.drop.id), button: "Save the names", back: dropPath(seen.drop.id), "\(write.hidden("seen"))\(reviewerFields(write, known + gone))"))
        """
    if problems.isEmpty { return visit.page(title, at: "impact", body) }
    return visit.page("Problem: \(title)", at: "impact", status: status, body)
}
