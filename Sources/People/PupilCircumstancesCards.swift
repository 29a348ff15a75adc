import Access
import Basics
import Pages

/// Circumstances, places in a unit and arrangements, each dated.
func circumstancesCard(_ sheet: PupilSheet) -> HTML {
    let record = sheet.record, pupil = sheet.pupil.id, today = sheet.today
    let lines: [HTML] = record.flags.filter { $0.spell.covers(today) }.map { dated($0.label, $0.spell, sheet, endFlagPath(pupil, $0.id)) }
        + record.bases.filter { $0.spell.covers(today) }.map { dated($0.base.label, $0.spell, sheet, leaveBasePath(pupil, $0.id)) }
        + record.arrangements.filter { $0.spell.covers(today) }.map { dated($0.label, $0.spell, sheet, endArrangementPath(pupil, $0.id), sheet.handOver("arrangement", $0.id, about: $0.kind.label)) }
    let list: HTML = lines.isEmpty ? "<p>Nothing is recorded.</p>" : "<ul class=\"plain\">\(lines)</ul>"
    let acts: HTML = sheet.decides ? """
        <p class="actions no-print"><a href="\(startFlagPath(pupil))">Note a circumstance</a> <a href="\(joinBasePath(pupil))">Record a place in a unit</a> \
        <a href="\(startArrangementPath(pupil))">Record an arrangement</a></p>
        """ : ""
    return card("Circumstances and arrangements", id: "circumstances", list + acts)
}

private func dated(_ label: String, _ spell: Spell, _ sheet: PupilSheet, _ end: Address, _ handOver: HTML = "") -> HTML {
    let act: HTML = sheet.decides && spell.ends == nil ? " \(quietLink("End", label, end))" : ""
    return "<li>\(label) <span class=\"quiet\">\(spell.inWords)</span>\(act)\(handOver)</li>"
}

extension Arrangement {
    /// Kind, hours, place and reason.
    var label: String {
        let details = [hours, place, reason].filter { !$0.isEmpty }.joined(separator: "; ")
        return details.isEmpty ? kind.label : "\(kind.label): \(details)"
    }
}

/// Diagnoses, apart from the needs.
func diagnosesCard(_ sheet: PupilSheet) -> HTML {
    let pupil = sheet.pupil.id
    let items: [HTML] = sheet.record.diagnoses.map { diagnosis in
        let detail = [diagnosis.givenBy.nonEmpty, diagnosis.givenOn?.inWords].compactMap { $0 }.joined(separator: ", ")
        let acts: HTML = sheet.decides
            ? " \(quietLink("Put right", diagnosis.name, correctDiagnosisPath(pupil, diagnosis.id))) \(quietLink("Withdraw", diagnosis.name, withdrawDiagnosisPath(pupil, diagnosis.id)))" : ""
        return "<li>\(diagnosis.name) <span class=\"quiet\">\(detail)</span>\(acts)</li>"
    }
    let list: HTML = items.isEmpty ? "<p>None recorded. A child does not need one to be helped.</p>" : "<ul class=\"plain\">\(items)</ul>"
    let add: HTML = sheet.decides ? "<p class=\"actions no-print\"><a href=\"\(recordDiagnosisPath(pupil))\">Write down a diagnosis</a></p>" : ""
    return card("Diagnoses", id: "diagnoses", list + add)
}
