import Basics

extension PupilUpdate {
    /// SEN status and needs. What was decided here stands until a file confirms it.
    mutating func updateRegister() {
        guard let sent = incoming.provisions, !sent.isEmpty || incoming.needs != nil else { return updateNeedsAlone() }
        if decidedHereDisagrees(sent) { return }
        guard owns(.register) || known.provisions.isEmpty else { return compareRegister() }
        if sent.contains(where: { $0.starts == nil }) { takeState(incoming.provision(on: day)?.code) } else { takeHistory(sent) }
        if let needs = incoming.needs { takeNeeds(needs) }
    }

    private mutating func updateNeedsAlone() {
        guard let needs = incoming.needs else { return }
        if owns(.register) || known.needs.isEmpty { takeNeeds(needs) } else { compareRegister() }
    }

    /// A decision made here and not yet entered in the MIS: the file may confirm it, and never undoes it. A
    /// file from before the day of the decision can't speak of it, so the register is left as it is.
    private mutating func decidedHereDisagrees(_ sent: [IncomingProvision]) -> Bool {
        let open = known.tasks.filter { $0.school == school.id && $0.field == MISTask.statusField }
        guard !open.isEmpty, let ours = known.provisions.last(where: \.decidedHere) else { return false }
        if day < ours.spell.starts { return true }
        guard let theirs = incoming.provision(on: day)?.code else { return true }
        if theirs == ours.provision {
            changes.tasks += open.map { Change("mis_task.confirmed", from: $0, to: $0.confirmed(day)) }
            return false
        }
        conflicts.append("Decided here: \(CodeList.provision.label(ours.provision)) from \(ours.spell.starts.inWords). The file says \(CodeList.provision.label(theirs)). Nothing was changed: enter the decision in the MIS, or change it here.")
        return true
    }

    private mutating func compareRegister() {
        let ours = known.provisions.last { $0.spell.covers(day) }?.provision
        if let theirs = incoming.provision(on: day)?.code, theirs != ours {
            conflicts.append("Here: \(ours.map { CodeList.provision.label($0) } ?? "no status"). In the file: \(CodeList.provision.label(theirs)). The register is kept here first, so nothing was changed.")
        }
        let open = Set(known.needs.filter { $0.spell.covers(day) }.map(\.need)), sent = Set((incoming.needs ?? []).map(\.code))
        if let _ = incoming.needs, !sent.isEmpty, sent != open {
            conflicts.append("The file has other needs than the record: \(sent.sorted().joined(separator: ", ")). The register is kept here first, so nothing was changed.")
        }
    }

    /// The file gives the status of its own day, without a history.
    private mutating func takeState(_ code: String?) {
        guard let code else { return }
        let current = known.provisions.last { $0.spell.covers(day) }
        if current?.provision == code { return }
        if let later = known.provisions.first(where: { $0.spell.starts > day }) {
            conflicts.append("The record has a later status, from \(later.spell.starts.inWords), than this file, which speaks of \(day.inWords). Nothing was changed.")
            return
        }
        note("SEN status", current.map { CodeList.provision.label($0.provision) } ?? "", CodeList.provision.label(code))
        if let current, current.spell.starts == day {
            var after = current
            after.provision = code
            changes.provisions.append(Change("status.corrected", from: current, to: after))
            return
        }
        if let current { changes.provisions.append(Change("status.ended", from: current, to: current.ending(day - 1))) }
        changes.provisions.append(Change("status.started", to: ProvisionSpell(id: .new, pupil: id, provision: code, spell: Spell(starts: day), decidedHere: false)))
    }

    /// The file gives the whole history: each row runs to the day before the next.
    private mutating func takeHistory(_ sent: [IncomingProvision]) {
        let wanted = ProvisionHistory.spells(sent, of: id)
        let alignment = ProvisionHistory.align(known.provisions, to: wanted)
        if alignment.isEmpty { return }
        note("SEN status", known.provisions.last.map(\.inWords) ?? "", wanted.last.map(\.inWords) ?? "")
        changes.replaced += alignment.replaced
        changes.provisions += alignment.changes
    }
}

extension MISTask {
    static let statusField = "SEN status"

    func confirmed(_ day: Day) -> MISTask {
        var task = self
        task.confirmedOn = max(day, decidedOn)
        return task
    }
}
