import Basics

extension PupilUpdate {
    /// The pupil's time on this school's roll.
    mutating func updateEnrolment() {
        if joins != nil, here.contains(where: { ($0.spell.ends ?? .distantFuture) >= day }) { return }
        guard joins == nil, let before = held else { return enrol() }
        guard owns(.roll) else { return compareRoll(before) }
        guard let spell = spell(before) else { return }
        var after = before
        if let kind = incoming.enrolment.status { after.kind = kind }
        if let number = incoming.admissionNumber { after.admissionNumber = number }
        after.spell = spell
        after.leavingReason = incoming.enrolment.leavingReason ?? after.leavingReason
        if after == before { return }
        note("On roll", before.inWords, after.inWords)
        changes.enrolments.append(Change(spell.ends != nil && before.spell.ends == nil ? "enrolment.ended" : "enrolment.changed", from: before, to: after))
    }

    /// The enrolment the file speaks of: the one open on its day, or else the one that starts with its entry date, or the last.
    private var held: Enrolment? {
        here.first { $0.spell.covers(day) } ?? here.first { $0.spell.starts == entryDate } ?? (entryDate == nil ? here.last : nil)
    }

    private var here: [Enrolment] { known.enrolments.filter { $0.school == school.id } }

    /// The dates on roll that the file and the record make together; nil where they can't both be right.
    private mutating func spell(_ before: Enrolment) -> Spell? {
        // Who came back keeps the later entry; many systems go on writing the first one.
        let isEarlierStay = here.contains { $0.id != before.id && $0.spell.starts == entryDate }
        let starts = isEarlierStay ? before.spell.starts : entryDate ?? before.spell.starts
        let spell = Spell(starts: starts, ends: leavingDate(before))
        let others = here.filter { $0.id != before.id }
        if spell.isReversed {
            conflicts.append("The file has the pupil leave before joining. The dates on roll were left as they are.")
        } else if others.contains(where: { $0.spell.overlaps(spell) }) {
            conflicts.append("By the file’s dates the pupil would be on the roll twice at once. The dates on roll were left as they are.")
        } else if let left = before.spell.ends, left < day, spell.ends == left, !incoming.enrolment.hasLeft, incoming.enrolment.leavingDate == nil {
            conflicts.append("The pupil left on \(left.inWords), by the record, and the file does not say so. If they are back, put them on the roll here, or send their new entry date.")
        } else {
            return spell
        }
        return nil
    }

    private mutating func enrol() {
        let sent = incoming.enrolment, leaves = joins == nil ? sent.leavingDate ?? (sent.hasLeft ? day : nil) : nil
        let starts = joins ?? entryDate ?? (leaves.map { min($0, year.firstDay) } ?? min(year.firstDay, day))
        let fresh = Enrolment(id: .new, pupil: id, school: school.id, kind: sent.status ?? "C", admissionNumber: incoming.admissionNumber ?? "",
                              spell: Spell(starts: starts, ends: leaves), leavingReason: leaves == nil ? "" : sent.leavingReason ?? "")
        if fresh.spell.isReversed {
            conflicts.append("The file has the pupil leave before joining. The pupil was not put on the roll.")
            return
        }
        if here.contains(where: { $0.spell.overlaps(fresh.spell) }) {
            conflicts.append("By the file’s dates the pupil would be on the roll twice at once. The dates on roll were left as they are.")
            return
        }
        note("On roll", "", fresh.inWords)
        changes.enrolments.append(Change("enrolment.started", to: fresh))
    }

    private mutating func compareRoll(_ before: Enrolment) {
        let leaves = leavingDate(before)
        let differs = entryDate.map { $0 != before.spell.starts } ?? false || leaves != before.spell.ends
        if differs { conflicts.append("The file has other dates on roll than the record, and they are kept here first. Nothing was changed.") }
    }

    /// The entry date of the file itself, or of the last school in its history where that is this one.
    private var entryDate: Day? {
        incoming.enrolment.entryDate ?? incoming.schoolHistory?.last { spell in
            spell.urn == school.urn || (spell.authority == school.laCode && spell.establishment == school.establishment)
        }?.entryDate
    }

    /// Who has left without a date left on the day that is held, or else on that of the file.
    private func leavingDate(_ before: Enrolment) -> Day? {
        incoming.enrolment.leavingDate ?? before.spell.ends ?? (incoming.enrolment.hasLeft ? day : nil)
    }
}

extension Enrolment {
    var inWords: String {
        let number = admissionNumber.isEmpty ? "" : ", number \(admissionNumber)"
        return "\(CodeList.enrolmentStatus.label(kind)), \(spell.inWords)\(number)"
    }
}
