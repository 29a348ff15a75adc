import Access
import AreaKit
import Basics
import Database
import Pages

/// Adds a pupil by hand.
public let addPupilPath = PagePath< >("/pupils/add")

let addPupilRoutes: [Route] = [
    .read(addPupilPath, .addPupil) { visit in
        let school = visit.viewer.schools.flatMap { $0.count == 1 ? $0.first : nil } ?? SchoolID(visit.request.query["school"])
        return try await visit.read { reader in
            guard let school else { return try chooseSchool(visit, reader) }
            let start = FormValues([("school", "\(school)"), ("entry", visit.today.description)])
            return try page(visit, reader, start, Problems())
        }
    },
    .send(addPupilPath, .addPupil) { visit in
        do {
            let pupil = try await visit.write { try $0.addPupil(visit.request.form, for: visit.viewer) }
            return .goTo(pupilPath(pupil).asking(["saved": "added"]))
        } catch let problems as Problems {
            return try await visit.read { try page(visit, $0, visit.request.form, problems) }
        }
    },
]

extension Writer {
    /// Adds a pupil as a form or a program gives it.
    func addPupil(_ typed: FormValues, for viewer: Viewer) throws -> PupilID {
        let adding = try typed.addPupil(self, viewer, act.today)
        let twins = try likelyTwins(of: adding, for: viewer, on: act.today)
        return try save(try adding.applied(twins: twins, today: act.today)).id
    }
}

extension FormValues {
    /// The rule's value of what was typed. Days that can't be read are told together with the rest.
    fileprivate func addPupil(_ reader: Reader, _ viewer: Viewer, _ today: Day) throws -> AddPupil {
        guard let id = SchoolID(self["school"]), let school = try reader.school(id, for: viewer) else { throw NotFound() }
        var problems = Problems()
        let days = ["birth", "entry"].map { name -> Day? in
            do { return try day(name) } catch let found as Problems {
                found.list.forEach { problems.add($0.field, $0.message) }
                return nil
            } catch { return nil }
        }
        problems.require(self["surname"].nonEmpty != nil, "surname", "Give the surname. For a child with one name, give that name here.")
        guard let birth = days[0], let entry = days[1] else { throw problems }
        var act = AddPupil(birth: birth, school: school, year: YearGroup(self["year"].nonEmpty ?? YearGroup.expected(born: birth, in: AcademicYear(containing: today)).rawValue), entry: entry)
        (act.surname, act.forename, act.preferredForename) = (self["surname"], self["forename"], self["preferred_forename"])
        (act.sex, act.upn) = (self["sex"], self["upn"])
        act.schoolClass = try ClassID(self["class"]).flatMap { try reader.one($0, of: SchoolClass.self) }.flatMap { $0.school == id ? $0 : nil }
        (act.keepsUPN, act.isNoTwin) = (has("keeps_upn"), has("is_no_twin"))
        return act
    }
}

private func chooseSchool(_ visit: Visit, _ reader: Reader) throws -> Answer {
    let schools = try reader.schools(for: visit.viewer).map { Choice("\($0.id)", $0.name) }
    return visit.page("Add a pupil", at: "pupils", """
        \(crumbs(("SEND register", registerPath())))<h1>Add a pupil</h1><form class="filters" method="get" action="\(addPupilPath())">\
        \(FormWriter(FormValues()).select("school", "At which school?", schools))<p class="actions"><button>Go on</button></p></form>
        """)
}

private func page(_ visit: Visit, _ reader: Reader, _ typed: FormValues, _ problems: Problems) throws -> Answer {
    guard let id = SchoolID(typed["school"]), let school = try reader.school(id, for: visit.viewer) else { throw NotFound() }
    let write = FormWriter(typed, problems)
    let classes = try reader.classes(of: id, in: AcademicYear(containing: visit.today)).map { Choice("\($0.id)", $0.name) }
    let body: HTML = """
        \(crumbs(("SEND register", registerPath())))\(write.summary)\
        \(pageTitle("Add a pupil", lead: "\(school.name). Where a file will bring the pupil, wait for the file: it holds more, and no twin comes of it."))\
        \(form(addPupilPath(), button: "Add the pupil", back: registerPath(), """
            \(write.hidden("school"))\(write.text("forename", "Forename"))\(write.text("surname", "Surname"))\
            \(write.text("preferred_forename", "Likes to be called", hint: "Leave empty if it is the forename."))\
            \(write.day("birth", "Born on"))\(write.radios("sex", "Sex", [Choice("F", "Female"), Choice("M", "Male"), Choice("", "Not known yet")]))\
            \(write.text("upn", "UPN", hint: "A letter and 12 figures. Leave empty if you don’t have it yet."))\
            \(confirmation("keeps_upn", "I have checked the UPN: keep it as it is", typed, problems))\
            \(write.day("entry", "First day on the roll"))\
            \(write.select("year", "Year", [Choice("", "The year of the birth date")] + YearGroup.all.map { Choice($0.rawValue, $0.label) }))\
            \(classes.isEmpty ? "" : write.select("class", "Class", [Choice("", "No class yet")] + classes))\
            \(confirmation("is_no_twin", "I have looked: this is another child", typed, problems))
            """))
        """
    return problems.isEmpty ? visit.page("Add a pupil", at: "pupils", body) : visit.formAgain("Add a pupil", at: "pupils", body)
}
