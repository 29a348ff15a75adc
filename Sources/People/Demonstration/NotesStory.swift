import Access
import Basics
import Database

/// Talks with families at one demonstration school over the last year: a meeting each term for every child on SEN
/// support, and now and then a call. Some families are not offered what they should be; the safety net finds them.
struct NotesStory: Sendable {
    let school: School
    let viewer: Viewer
    let today: Day
    /// Which school of the trust it is.
    let place: Int

    /// The child with whose family too little was offered at this school; nil at most schools.
    func forgotten(_ reader: Reader) throws -> PupilID? {
        guard place % 4 == 1, let summer = try terms(reader).last(where: { ($0.ends ?? today) < today }) else { return nil }
        let summerStarts = summer.starts
        return try reader.value("""
            SELECT e.pupil_id FROM enrolment e JOIN pupil p ON p.id = e.pupil_id JOIN provision_spell s ON s.pupil_id = e.pupil_id \
            WHERE e.school_id = \(school.id) AND e.kind = 'C' AND e.ends IS NULL AND e.starts <= \(summerStarts) \
            AND s.provision = 'K' AND s.ends IS NULL AND s.starts <= \(summerStarts) ORDER BY p.birth, p.id LIMIT 1
            """)
    }

    func tell(_ store: Store) async throws {
        let terms = try await store.read { reader in try self.terms(reader) }, forgotten = try await store.read { reader in try self.forgotten(reader) }
        for (number, term) in terms.enumerated() {
            let day = Self.schoolDay(term.starts + 36 + place % 4)
            if day < today { try await store.write(act(day)) { try meet($0, day, number, without: forgotten) } }
        }
        try await store.write(act(today - 12)) { try call($0) }
        try await store.write(act(today - 2)) { try finish($0) }
    }

    /// The last three terms and the one that runs.
    private func terms(_ reader: Reader) throws -> [Spell] {
        try reader.rows("SELECT starts, ends FROM term WHERE school_id = \(school.id) AND starts <= \(today) ORDER BY starts DESC LIMIT 4") {
            try Spell(starts: $0.next(), ends: $0.next())
        }.reversed()
    }

    private func act(_ day: Day) -> Act { Act(who: "\(viewer.name) (SENCO)", at: Instant(day, hour: 16, minute: place % 60), way: .demonstration) }

    private static func schoolDay(_ day: Day) -> Day { day.weekday > 5 ? day + (8 - day.weekday) : day }

    /// One meeting with each family whose child is on SEN support that day.
    private func meet(_ writer: Writer, _ day: Day, _ term: Int, without forgotten: PupilID?) throws {
        let families = try writer.families(at: school.id, on: day), senco = try owner(writer)
        for (number, family) in families.enumerated() where family.pupil.id != forgotten {
            let turn = number * 7 + term * 3 + place, offer: Note.Offer = turn % 17 == 0 ? .declined : turn % 29 == 0 ? .unanswered : .held
            let words = offer == .held ? meetingWords[turn % meetingWords.count].about(family.pupil) : ""
            let note = WriteNote(way: .meeting, party: .family, offer: offer, day: day, who: family.contact, words: words)
            let change = try note.applied(to: family.pupil, at: school.id, by: writer.act.who, nil, today: day)
            let promise = offer == .held && number % 9 == place % 9 ? MakeAction(what: promises[turn % promises.count], owner: senco, due: Self.schoolDay(day + 14)) : nil
            try writer.save(change, promising: promise)
        }
    }

    /// A few calls of this month, and what was promised on the telephone.
    private func call(_ writer: Writer) throws {
        let families = try writer.families(at: school.id, on: writer.act.today), senco = try owner(writer)
        for (number, family) in families.enumerated().filter({ $0.offset % 6 == place % 6 }).prefix(4) {
            let note = WriteNote(way: .call, party: .family, day: writer.act.today, who: family.contact, words: callWords[number % callWords.count].about(family.pupil))
            let owner = number % 2 == 0 ? senco : .family
            let promise = MakeAction(what: promises[(number + place) % promises.count], owner: owner, due: Self.schoolDay(writer.act.today + [9, 15, 22][number % 3]))
            try writer.save(try note.applied(to: family.pupil, at: school.id, by: writer.act.who, nil, today: writer.act.today), promising: promise)
        }
        try writer.save(MakeAction(what: "Order coloured overlays and slanted boards for the spring term", owner: senco, due: Self.schoolDay(today + 10)), at: school.id)
    }

    /// What was promised before this month is done by now.
    private func finish(_ writer: Writer) throws {
        let old = try writer.all(Action.self, "WHERE school_id = \(school.id) AND ended_on IS NULL AND due < \(today - 14) ORDER BY id")
        for action in old { try writer.save(try EndAction(.done).applied(to: action, by: writer.act.who, today: writer.act.today)) }
    }

    private func owner(_ reader: Reader) throws -> ActionOwner {
        let staff = try reader.value("SELECT id FROM staff WHERE school_id = \(school.id) AND role = 'SENCO' AND ends IS NULL ORDER BY id", as: StaffID.self)
        return ActionOwner(staff: staff, name: viewer.name)
    }
}

/// A child on SEN support, and whom one speaks to at home.
private struct Family {
    let pupil: Pupil
    let contact: String
}

extension Reader {
    fileprivate func families(at school: SchoolID, on day: Day) throws -> [Family] {
        let pupils = try all(Pupil.self, """
            WHERE id IN (SELECT e.pupil_id FROM enrolment e JOIN provision_spell s ON s.pupil_id = e.pupil_id WHERE e.school_id = \(school) \
            AND e.starts <= \(day) AND (e.ends IS NULL OR e.ends >= \(day)) AND s.provision = 'K' AND s.starts <= \(day) AND (s.ends IS NULL OR s.ends >= \(day))) \
            ORDER BY birth, id
            """)
        let contacts = Dictionary(grouping: try all(Contact.self, "WHERE pupil_id IN \(pupils.map(\.id)) AND ends IS NULL ORDER BY position, id"), by: \.pupil)
        return pupils.map { pupil in
            Family(pupil: pupil, contact: contacts[pupil.id]?.first.map { "\($0.name), \(CodeList.relationships.label($0.relationship).lowercasedStart)" } ?? "Family")
        }
    }
}

/// Where these say NAME, the child is called by name.
private let meetingWords = [
    "We looked at NAME’s book together. Reading aloud at home goes well with the finger under the line. We keep the ten minutes each day.",
    "NAME is glad about the visual timetable and asks for one at home. Homework is still a fight on Sundays.",
    "Maths worries NAME most. Counting with the cubes helps. We agreed to leave out the timed tests until half-term.",
    "NAME sleeps badly before swimming days. We tell the family the evening before, and NAME may get changed first.",
    "Friends are better since the lunch club. NAME wants to bring a game from home.",
    "We spoke about spelling. The word bank on the desk is used each day; the family has a copy now.",
    "NAME talks more in the small group than in class. We carry on and look again next term.",
    "The family sees that NAME tires in the afternoon. Writing is moved to the morning where it can be.",
]
private let callWords = [
    "The hearing test is on Tuesday; NAME will come in late. They will tell us what was found.",
    "NAME came home upset about a changed seat. We explained, and told the class teacher.",
    "Asked how NAME manages the new glasses. They are worn at home, and left there too often.",
    "NAME does not want to go on the trip alone. A friend will be in the same group.",
]
private let promises = [
    "Send the family the word list for this half-term", "Ask the class teacher about the seat near the front", "Bring the letter from the hearing test",
    "Lend the reading game for the holidays", "Ring home to say how the first week went",
]

extension String {
    fileprivate func about(_ pupil: Pupil) -> String { replacing("NAME", with: pupil.calledName) }
}
