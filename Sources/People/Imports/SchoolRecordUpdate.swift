import Basics

extension PupilUpdate {
    /// What a transfer file or a census carries of attendance, results and earlier schools.
    mutating func updateSchoolRecord() {
        takeAttendance()
        takeAbsence()
        takeResults()
        takeHistory()
    }

    private mutating func takeAttendance() {
        for sent in (incoming.attendance ?? []).lastOfEach(by: { [$0.year, $0.authority ?? "", $0.establishment ?? ""] }) {
            guard let start = Int(sent.year.prefix(4)) else { continue }
            let la = sent.authority ?? "", establishment = sent.establishment ?? ""
            let held = known.attendance.first { $0.year == start && $0.laCode == la && $0.establishment == establishment }
            var after = held ?? YearlyAttendance(id: .new, pupil: id, year: start, laCode: la, establishment: establishment)
            after.schoolName = sent.schoolName ?? after.schoolName
            after.possible = sent.possible ?? after.possible
            after.attended = sent.attended ?? after.attended
            after.authorised = sent.authorised ?? after.authorised
            after.unauthorised = sent.unauthorised ?? after.unauthorised
            if after == held { continue }
            note("Attendance \(AcademicYear(starting: start))", held.map(words) ?? "", words(after))
            changes.attendance.append(Change("attendance.noted", from: held, to: after))
        }
    }

    private func words(_ attendance: YearlyAttendance) -> String {
        "\(attendance.attended.map(String.init) ?? "?") of \(attendance.possible.map(String.init) ?? "?") sessions"
    }

    private mutating func takeAbsence() {
        guard let sent = incoming.termlyAttendance else { return }
        let held = known.absences.first { $0.school == school.id && $0.census == day.description }
        var after = held ?? TermlyAbsence(id: .new, pupil: id, school: school.id, census: day.description, reasons: "")
        after.possible = sent.possible ?? after.possible
        after.reasons = sent.reasons.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        if after == held { return }
        note("Absence up to \(day.inWords)", held?.reasons ?? "", after.reasons)
        changes.absences.append(Change("absence.noted", from: held, to: after))
    }

    private mutating func takeResults() {
        for sent in (incoming.stageResults ?? []).lastOfEach(by: { [$0.key, $0.year] }) {
            let fresh = StageResult(
                id: .new, pupil: id, stage: sent.stage, year: sent.year, subject: sent.subject, method: sent.method, component: sent.component,
                status: sent.resultStatus, qualifier: sent.resultQualifier, result: sent.result, resultDate: sent.date?.description ?? "")
            let held = known.results.first { $0.key == fresh.key }
            var after = held ?? fresh
            after.result = fresh.result
            after.resultDate = fresh.resultDate
            if after == held { continue }
            note("Result \(sent.stage) \(sent.subject)", held?.result ?? "", sent.result)
            changes.results.append(Change("result.noted", from: held, to: after))
        }
    }

    private mutating func takeHistory() {
        for sent in (incoming.schoolHistory ?? []).lastOfEach(by: { [$0.authority ?? "", $0.establishment ?? "", $0.entryDate?.description ?? ""] }) {
            guard let entered = sent.entryDate, sent.leavingDate.map({ entered <= $0 }) ?? true else { continue }
            let la = sent.authority ?? "", establishment = sent.establishment ?? ""
            let held = known.histories.first { $0.laCode == la && $0.establishment == establishment && $0.spell.starts == entered }
            var after = held ?? SchoolHistory(id: .new, pupil: id, laCode: la, establishment: establishment, schoolName: "", spell: Spell(starts: entered))
            after.schoolName = sent.schoolName ?? after.schoolName
            after.spell = Spell(starts: entered, ends: sent.leavingDate ?? after.spell.ends)
            after.reason = sent.leavingReason ?? after.reason
            if after == held { continue }
            note("School history", "", after.schoolName)
            changes.histories.append(Change("school_history.noted", from: held, to: after))
        }
    }
}

extension StageResult {
    fileprivate var key: [String] { [stage, year, subject, method, component, status, qualifier] }
}
