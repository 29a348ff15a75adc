import Basics

extension PupilUpdate {
    /// The year the pupil is taught in, and the class, in the academic year of the file.
    mutating func updateYearAndClass() {
        guard owns(.classes) else { return }
        if let sent = incoming.yearActual { takeYear(sent) }
        if let schoolClass { takeClass(schoolClass) }
    }

    private mutating func takeYear(_ sent: YearGroup) {
        let before = known.years.first { $0.school == school.id && $0.academicYear == year.starting }
        var after = before ?? PupilYear(id: .new, pupil: id, school: school.id, academicYear: year.starting, year: sent)
        after.year = sent
        if after == before { return }
        note("Year in \(year)", before?.year.label ?? "", sent.label)
        changes.years.append(Change("year.noted", from: before, to: after))
    }

    private mutating func takeClass(_ sent: ClassID) {
        let here = known.members.filter { classesHere.contains($0.schoolClass) && ($0.spell.ends ?? .distantFuture) >= min(day, leaves ?? day) }
        if here.contains(where: { $0.schoolClass == sent }) { return }
        for member in here {
            var ended = member
            ended.spell = Spell(starts: member.spell.starts, ends: max(member.spell.starts, day - 1))
            changes.members.append(Change("class.left", from: member, to: ended))
        }
        let starts = here.isEmpty ? firstDayHere : max(day, firstDayHere)
        note("Class", "", incoming.className ?? "")
        changes.members.append(Change("class.joined", to: ClassMember(id: .new, schoolClass: sent, pupil: id, spell: Spell(starts: starts, ends: lastDayHere))))
    }

    /// A first place in a class counts from the start of the year, or from when the pupil joined.
    private var firstDayHere: Day {
        max(year.firstDay, stay?.starts ?? year.firstDay)
    }

    private var lastDayHere: Day? { leaves.map { max($0, firstDayHere) } }

    private var leaves: Day? { stay?.ends }

    /// The pupil's time on this school's roll, as it will be.
    private var stay: Spell? { (changes.enrolments.last?.after ?? known.enrolments.last { $0.school == school.id })?.spell }
}
