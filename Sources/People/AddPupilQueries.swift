import Access
import Basics
import Database

extension Reader {
    /// Pupils of the trust who may be the child that is being added: the same number, or the same surname and
    /// birth date. Of those out of the viewer's sight nothing but that they are there is said.
    func likelyTwins(of act: AddPupil, for viewer: Viewer, on day: Day) throws -> [LikelyTwin] {
        let number = act.upn.nonEmpty.map { UniquePupilNumber($0).text } ?? ""
        let sameNumber: SQL = number.isEmpty ? "1 = 0" : "p.upn = \(number)"
        let found = try all(Pupil.self, "WHERE id IN (SELECT p.id FROM pupil p WHERE \(sameNumber) OR p.birth = \(act.birth)) ORDER BY sort_name, id")
            .filter { $0.upn == number || $0.hasSurname(act.surname) }
        return try found.map { pupil in
            LikelyTwin(pupil: pupil.id, upn: pupil.upn, inWords: try words(pupil, viewer, day))
        }
    }

    private func words(_ pupil: Pupil, _ viewer: Viewer, _ day: Day) throws -> String {
        let visible: Int? = try value("SELECT 1 FROM pupil p WHERE p.id = \(pupil.id) AND \(viewer.seesPupil(on: day))")
        if visible == nil { return "a pupil at a school that you do not work with; ask your trust’s data manager" }
        viewer.witness.saw(pupil.id)
        let school = try rolls(of: pupil.id, for: viewer).first?.school
        return ["\(pupil.name), born \(pupil.birth.inWords)", school].compactMap { $0 }.joined(separator: ", at ")
    }
}

extension Pupil {
    fileprivate func hasSurname(_ name: String) -> Bool {
        let wanted = name.folded
        return !wanted.isEmpty && (surname.folded == wanted || preferredSurname.folded == wanted)
    }
}

extension Writer {
    /// Saves a new pupil with the time on the roll, the year and the class.
    func save(_ new: NewPupil) throws -> Pupil {
        let pupil = try save(new.pupil)
        try saveSearchWords(of: pupil)
        try save(Change("enrolment.started", to: Enrolment(id: .new, pupil: pupil.id, school: new.school, kind: "C", spell: Spell(starts: new.entry))))
        try save(Change("year.noted", to: PupilYear(id: .new, pupil: pupil.id, school: new.school, academicYear: new.academicYear.starting, year: new.year)))
        if let schoolClass = new.schoolClass {
            try save(Change("class.joined", to: ClassMember(id: .new, schoolClass: schoolClass, pupil: pupil.id, spell: Spell(starts: max(new.entry, new.academicYear.firstDay)))))
        }
        return pupil
    }
}
