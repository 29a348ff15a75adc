import Basics

/// Children whom two schools of the trust know: some who moved between them this term, some on both rolls by
/// agreement (dual registration: main at one, subsidiary at the other).
struct Movements {
    let schools: [DemonstrationSchool]
    let calendar: DemonstrationCalendar

    func apply(to pupils: inout [DemonstrationPupil]) {
        moveWithinTrust(&pupils)
        registerTwice(&pupils)
    }

    /// They came to their school this term, and now it turns out that the school before was one of ours.
    private func moveWithinTrust(_ pupils: inout [DemonstrationPupil]) {
        let joiners = pupils.indices.filter { pupils[$0].enrolments[0].entry > calendar.termStart && pupils[$0].enrolments[0].entry < calendar.censusDay
            && pupils[$0].enrolments[0].leaving == nil && school(pupils[$0].enrolments[0].urn)?.kind != .special }
        for place in joiners.prefix(3) {
            guard let before = pupils[place].formerSchool, let from = otherSchool(for: pupils[place], kind: .primary) else { continue }
            pupils[place].formerSchool = nil
            pupils[place].enrolments.append(DemonstrationEnrolment(
                urn: from.urn, admissionNumber: "00\(9001 + place % 900)", entry: before.entry, leaving: before.leaving))
        }
    }

    private func registerTwice(_ pupils: inout [DemonstrationPupil]) {
        let hosts = pupils.indices.filter { isDualCandidate(pupils[$0]) }
        for place in stride(from: 0, to: hosts.count, by: max(1, hosts.count / 3)).prefix(3).map({ hosts[$0] }) {
            let main = pupils[place].enrolments[0]
            guard let other = otherSchool(for: pupils[place], kind: school(main.urn)?.kind == .special ? .primary : .secondary) else { continue }
            pupils[place].enrolments[0].status = "M"
            let days = calendar.schoolDays(from: max(main.entry + 1, calendar.year.firstDay - 200), to: calendar.censusDay - 1)
            pupils[place].enrolments.append(DemonstrationEnrolment(
                urn: other.urn, admissionNumber: "00\(9901 + place % 90)", status: "S", entry: days.first ?? main.entry))
        }
    }

    /// From special schools where the trust has some, else from secondary schools.
    private func isDualCandidate(_ pupil: DemonstrationPupil) -> Bool {
        let kind: DemonstrationSchool.Kind = schools.contains { $0.kind == .special } ? .special : .secondary
        return pupil.provision == "E" && pupil.enrolments.count == 1 && school(pupil.enrolments[0].urn)?.kind == kind
            && pupil.enrolments[0].entry < calendar.year.firstDay && (pupil.year.number ?? -1) > 0
            && (kind == .secondary || (pupil.year.number ?? 9) <= 6)
    }

    private func school(_ urn: String) -> DemonstrationSchool? { schools.first { $0.urn == urn } }

    private func otherSchool(for pupil: DemonstrationPupil, kind: DemonstrationSchool.Kind) -> DemonstrationSchool? {
        let taken = pupil.enrolments.map(\.urn), year = pupil.year.number ?? 0
        let fitting = schools.filter { $0.kind == kind && !taken.contains($0.urn) && $0.years.contains(year) }
        return fitting.isEmpty ? nil : fitting[pupil.birthDate.number % fitting.count]
    }
}
