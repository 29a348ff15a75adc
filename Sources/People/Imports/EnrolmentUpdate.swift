import Basics

extension PupilUpdate {
    /// The pupil's time on this school's roll.
    mutating func updateEnrolment() {
        let sent = incoming.enrolment
        guard let before = held else { return enrol() }
        guard owns(.roll) else { return compareRoll(before) }
        var after = before
        if let kind = sent.status { after.kind = kind }
        if let number = incoming.admissionNumber { after.admissionNumber = number }
        let starts = entryDate ?? before.spell.starts
        let ends = leavingDate ?? before.spell.ends
        guard ends.map({ starts <= $0 }) ?? true else {
            conflicts.append("The file has the pupil leave before joining. The dates on roll were left as they are.")
            return
        }
        after.spell = Spell(starts: starts, ends: ends)
        after.leavingReason = sent.leavingReason ?? after.leavingReason
        if after == before { return }
        note("On roll", before.inWords, after.inWords)
        changes.enrolments.append(Change(ends != nil && before.spell.ends == nil ? "enrolment.ended" : "enrolment.changed", from: before, to: after))
    }

    /// The enrolment the file speaks of: the one open on its day, or else the one that starts with its entry date, or the last.
    private var held: Enrolment? {
        let here = known.enrolments.filter { $0.school == school.id }
        return here.first { $0.spell.covers(day) } ?? here.first { $0.spell.starts == entryDate } ?? (entryDate == nil ? here.last : nil)
    }

    private mutating func enrol() {
        let sent = incoming.enrolment
        let starts = entryDate ?? (leavingDate.map { min($0, year.firstDay) } ?? min(year.firstDay, day))
        let fresh = Enrolment(id: .new, pupil: id, school: school.id, kind: sent.status ?? "C", admissionNumber: incoming.admissionNumber ?? "",
                              spell: Spell(starts: starts, ends: leavingDate), leavingReason: sent.leavingReason ?? "")
        if fresh.spell.isReversed {
            conflicts.append("The file has the pupil leave before joining. The pupil was not put on the roll.")
            return
        }
        note("On roll", "", fresh.inWords)
        changes.enrolments.append(Change("enrolment.started", to: fresh))
    }

    private mutating func compareRoll(_ before: Enrolment) {
        let differs = entryDate.map { $0 != before.spell.starts } ?? false || leavingDate.map { $0 != before.spell.ends } ?? false
        if differs { conflicts.append("The file has other dates on roll than the record, and they are kept here first. Nothing was changed.") }
    }

    /// The entry date of the file itself, or of the last school in its history where that is this one.
    private var entryDate: Day? {
        incoming.enrolment.entryDate ?? incoming.schoolHistory?.last { spell in
            spell.urn == school.urn || (spell.authority == school.laCode && spell.establishment == school.establishment)
        }?.entryDate
    }

    private var leavingDate: Day? { incoming.enrolment.leavingDate ?? (incoming.enrolment.hasLeft ? day : nil) }
}

extension Enrolment {
    var inWords: String {
        let number = admissionNumber.isEmpty ? "" : ", number \(admissionNumber)"
        return "\(CodeList.enrolmentStatus.label(kind)), \(spell.inWords)\(number)"
    }
}
