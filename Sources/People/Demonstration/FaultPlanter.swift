import AreaKit
import Basics

/// Plants one fault each in children whose record is otherwise in order, and writes down the answers.
///
/// It knows what a fault looks like in a school's files and never asks a safety-net rule.
struct FaultPlanter {
    let schools: [DemonstrationSchool]
    let calendar: DemonstrationCalendar
    private(set) var answers: [DemonstrationAnswer] = []
    var random: SeededRandom
    private var places: [Int] = []

    init(schools: [DemonstrationSchool], calendar: DemonstrationCalendar, seed: UInt64) {
        (self.schools, self.calendar) = (schools, calendar)
        random = SeededRandom(seed: seed, for: "faults")
    }

    mutating func plant(in pupils: inout [DemonstrationPupil]) {
        let plain = pupils.indices.filter { isPlain(pupils[$0]) }
        places = random.places(plain.count, weights: plain.map { _ in 1 }).map { plain[$0] }
        plantMissingProvision(&pupils)
        plantNeedFaults(&pupils)
        plantRollFaults(&pupils)
        plantNumberFaults(&pupils)
        each(3, "no-responsible-contact", &pupils) { planter, pupil, order in planter.takeResponsibility(&pupil, order) }
        answers.sort { ($0.rule, $0.urn, $0.upn) < ($1.rule, $1.urn, $1.upn) }
    }

    /// On one roll of a mainstream school for over a year, never with SEN, nothing out of the ordinary.
    private func isPlain(_ pupil: DemonstrationPupil) -> Bool {
        let enrolment = pupil.enrolments[0]
        return pupil.enrolments.count == 1 && enrolment.leaving == nil && enrolment.entry < calendar.year.previous.firstDay - 300
            && pupil.provisions.map(\.code) == ["N"] && pupil.careAuthority == nil && (pupil.year.number ?? 0) >= 3
            && schools.first { $0.urn == enrolment.urn }?.kind != .special
    }

    /// Takes the next plain children, changes each and notes the answer under the number the child has then.
    mutating func each(_ number: Int, _ rule: String, _ pupils: inout [DemonstrationPupil], at urn: String? = nil,
                       _ change: (inout FaultPlanter, inout DemonstrationPupil, Int) -> Void) {
        for order in 0..<number {
            guard let next = places.firstIndex(where: { urn == nil || pupils[$0].enrolments[0].urn == urn }) else { return }
            let place = places.remove(at: next)
            change(&self, &pupils[place], order)
            note(rule, pupils[place])
        }
    }

    /// An answer for each school whose roll the child is on.
    private mutating func note(_ rule: String, _ pupil: DemonstrationPupil) {
        answers += pupil.enrolments.map { DemonstrationAnswer(rule: rule, urn: $0.urn, upn: pupil.upn) }
    }

    /// Three children of one school have no provision recorded at all, so that its numbers do not add up.
    private mutating func plantMissingProvision(_ pupils: inout [DemonstrationPupil]) {
        let urn = schools[min(3, schools.count - 2)].urn
        each(3, "provision-not-recorded", &pupils, at: urn) { _, pupil, _ in pupil.provisions = [] }
        answers.append(DemonstrationAnswer(rule: "roll-not-reconciled", urn: urn, upn: ""))
    }

    private func takeResponsibility(_ pupil: inout DemonstrationPupil, _ order: Int) {
        guard order > 0 else { return pupil.contacts = [] }
        for place in pupil.contacts.indices {
            pupil.contacts[place].relationship = "REL"
            pupil.contacts[place].hasResponsibility = false
        }
    }
}
