import Access
import AreaKit
import Basics
import Database
import Pages

/// Writes down what somebody is to do: about a pupil, or about the school.
public let addActionPath = PagePath<PupilID>("/pupils/*/actions/add")
let addSchoolActionPath = PagePath< >("/actions/add")

let addActionRoutes: [Route] = [
    .read(addActionPath, .raiseConcern) { visit, id in try await page(visit, about: id, startingFields, Problems()) },
    .send(addActionPath, .raiseConcern) { visit, id in
        do {
            try await visit.write { writer in
                let pupil = try writer.pupil(id, for: visit.viewer, on: visit.today), school = try writer.schoolToWrite(about: pupil, for: visit.viewer, visit.today)
                try writer.save(try writer.making(visit.request.form, at: school, for: visit.viewer), at: school, about: id)
            }
            return .goTo(pupilPath(id).asking(["saved": "action"]).at("actions"))
        } catch let problems as Problems {
            return try await page(visit, about: id, visit.request.form, problems)
        }
    },
    .read(addSchoolActionPath, .raiseConcern) { visit in try await schoolPage(visit, startingFields, Problems()) },
    .send(addSchoolActionPath, .raiseConcern) { visit in
        do {
            try await visit.write { writer in
                let school = try writer.schoolToActAt(visit)
                try writer.save(try writer.making(visit.request.form, at: school.id, for: visit.viewer), at: school.id)
            }
            return .goTo(actionsPath().asking(["saved": "made"]))
        } catch let problems as Problems {
            return try await schoolPage(visit, visit.request.form, problems)
        }
    },
]

private let startingFields = FormValues([("owner", "me")])

extension Reader {
    /// What a form says is to be done.
    /// - Throws: `Problems` with everything that is wrong, by the fields.
    func making(_ typed: FormValues, at school: SchoolID, for viewer: Viewer) throws -> MakeAction {
        var problems = Problems()
        let owner = try problems.gather { try self.owner(typed, at: school, for: viewer) }
        let due = try problems.gather { try typed.day("due") }
        if typed["what"].nonEmpty == nil { problems.add("what", "Say what is to be done, such as: ring the family about the hearing test.") }
        guard problems.isEmpty, let owner, let due else { throw problems }
        return MakeAction(what: typed["what"], owner: owner, due: due)
    }

    /// The school that a form names; the only one of a person who works at one.
    fileprivate func schoolToActAt(_ visit: Visit) throws -> School {
        let schools = try schools(for: visit.viewer), named = SchoolID(visit.request.form["school"].nonEmpty ?? visit.request.query["school"])
        guard let school = schools.count == 1 ? schools.first : schools.first(where: { $0.id == named }) else { throw Problems("school", "Choose the school.") }
        return school
    }
}

private func page(_ visit: Visit, about id: PupilID, _ typed: FormValues, _ problems: Problems) async throws -> Answer {
    try await visit.read { reader in
        let pupil = try reader.pupil(id, for: visit.viewer, on: visit.today)
        let owners = try visit.viewer.ownSchool(among: reader.schoolsOfToday(id, visit.today)).map { try reader.ownerChoices(at: $0, for: visit.viewer) } ?? []
        let write = FormWriter(typed, problems), notice = try visit.childNotice(reader, id, form: addActionPath(id)), title = "Add something to do"
        let body: HTML = """
            \(crumbs(("SEND register", registerPath()), (pupil.name, pupilPath(id))))\(write.summary)\(pageTitle(title, lead: "\(pupil.fullCalledName)"))\
            \(form(addActionPath(id), button: "Put it on the list", back: pupilPath(id), aboutChild: notice, actionFields(write, owners, aboutChild: notice)))
            """
        return problems.isEmpty ? visit.page(title, at: "pupils", body) : visit.formAgain(title, at: "pupils", body)
    }
}

/// Where somebody works at many schools, the school comes first, then who does it.
private func schoolPage(_ visit: Visit, _ typed: FormValues, _ problems: Problems) async throws -> Answer {
    try await visit.read { reader in
        let write = FormWriter(typed, problems), title = "Add something to do for the school"
        let school = try? reader.schoolToActAt(visit)
        let fields: HTML
        if let school {
            fields = "<input type=\"hidden\" name=\"school\" value=\"\(school.id.rawValue)\">\(actionFields(write, try reader.ownerChoices(at: school.id, for: visit.viewer), aboutChild: nil))"
        } else {
            fields = write.select("school", "At which school?", [Choice("", "Choose")] + (try reader.schools(for: visit.viewer)).map { Choice("\($0.id)", $0.name) })
        }
        let body: HTML = """
            \(crumbs(("To do", actionsPath())))\(write.summary)\(pageTitle(title, lead: "\(school?.name ?? "") Write nothing about a pupil here: do that on the pupil’s page."))\
            \(school == nil ? choosing(fields) : form(addSchoolActionPath(), button: "Put it on the list", back: actionsPath(), fields))
            """
        return problems.isEmpty ? visit.page(title, at: "actions", body) : visit.formAgain(title, at: "actions", body)
    }
}

private func choosing(_ fields: HTML) -> HTML {
    "<form method=\"get\" action=\"\(addSchoolActionPath())\">\(fields)<p class=\"actions\"><button>Go on with this school</button> <a href=\"\(actionsPath())\">Go back</a></p></form>"
}
