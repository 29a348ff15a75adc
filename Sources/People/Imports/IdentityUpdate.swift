import Basics

extension PupilUpdate {
    /// Names, numbers and what else is said of the pupil alone.
    mutating func updateIdentity() {
        let before = known.pupil
        var after = before
        if owns(.identity) {
            takeNames(&after)
            takeBirth(&after)
            take(&after.sex, incoming.sex, "Sex")
            takeUPN(&after)
            take(&after.uln, incoming.uln, "ULN")
        } else {
            compareIdentity(after)
        }
        takeContext(&after)
        if after != before { changes.pupils.append(Change("pupil.changed", from: before, to: after)) }
        keepFormerUPNs()
        keepFormerNames(before, after)
    }

    private mutating func takeNames(_ pupil: inout Pupil) {
        let names = incoming.otherNames
        takeName(&pupil.surname, incoming.surname, "Surname")
        takeName(&pupil.forename, incoming.forename, "Forename")
        takeName(&pupil.middleNames, names.middleNames, "Middle names")
        takeName(&pupil.preferredSurname, names.preferredSurname, "Preferred surname")
        takeName(&pupil.preferredForename, names.preferredForename, "Preferred forename")
    }

    private mutating func takeContext(_ pupil: inout Pupil) {
        guard owns(.context) else { return }
        take(&pupil.ethnicity, incoming.ethnicity, "Ethnicity")
        take(&pupil.firstLanguage, incoming.languages.first, "First language")
        take(&pupil.homeLanguage, incoming.languages.home, "Home language")
        takeEAL(&pupil)
        take(&pupil.homeLA, incoming.flags.homeAuthority, "Home local authority")
        take(&pupil.disabilities, incoming.disabilities?.filter { $0 != "NONE" }.joined(separator: ", "), "Disabilities")
        take(&pupil.address, incoming.home?.oneLine, "Address")
    }

    private mutating func takeBirth(_ pupil: inout Pupil) {
        guard incoming.birthDate != pupil.birth else { return }
        note("Birth date", pupil.birth.inWords, incoming.birthDate.inWords)
        pupil.birth = incoming.birthDate
    }

    private mutating func takeEAL(_ pupil: inout Pupil) {
        guard let sent = incoming.languages.englishIsAdditional, sent != pupil.eal else { return }
        note("English as an additional language", pupil.eal.map { $0 ? "yes" : "no" } ?? "", sent ? "yes" : "no")
        pupil.eal = sent
    }

    /// A UPN takes the place of none or of a temporary one; the number before it is kept.
    private mutating func takeUPN(_ pupil: inout Pupil) {
        guard let sent = incoming.upn, sent != pupil.upn else { return }
        guard let held = pupil.upn else { return take(&pupil.upn, sent, "UPN") }
        let former = known.formerUPNs.contains { $0.upn == sent }
        if former { return }
        guard UniquePupilNumber(held).isTemporary || incoming.formerUPNs?.contains(held) == true else {
            conflicts.append("The record has the UPN \(held), the file has \(sent). Nothing was changed: check which is right.")
            return
        }
        if !known.formerUPNs.contains(where: { $0.upn == held }) {
            changes.formerUPNs.append(Change("upn.replaced", to: FormerUPN(id: .new, pupil: id, upn: held)))
        }
        take(&pupil.upn, sent, "UPN")
    }

    private mutating func compareIdentity(_ pupil: Pupil) {
        if incoming.surname.folded != pupil.surname.folded || incoming.forename.folded != pupil.forename.folded {
            conflicts.append("The file has another name than the record, and names are kept here first. Nothing was changed.")
        }
        if incoming.birthDate != pupil.birth { conflicts.append("The file has another birth date than the record, and it is kept here first. Nothing was changed.") }
    }

    private mutating func keepFormerUPNs() {
        guard !known.pupil.sealed else { return }
        for upn in (incoming.formerUPNs ?? []).lastOfEach(by: \.self) where upn != known.pupil.upn && upn != incoming.upn && !known.formerUPNs.contains(where: { $0.upn == upn }) {
            changes.formerUPNs.append(Change("upn.noted", to: FormerUPN(id: .new, pupil: id, upn: upn)))
        }
    }

    private mutating func keepFormerNames(_ before: Pupil, _ after: Pupil) {
        guard !before.sealed else { return }
        var names: [(String, String)] = []
        if before.surname.folded != after.surname.folded || before.forename.folded != after.forename.folded { names.append((before.surname, before.forename)) }
        if let surname = incoming.otherNames.formerSurname?.nonEmpty { names.append((surname, incoming.otherNames.formerForename ?? after.forename)) }
        for (surname, forename) in names.lastOfEach(by: { [$0.0, $0.1] }) where !known.formerNames.contains(where: { $0.surname == surname && $0.forename == forename }) {
            changes.formerNames.append(Change("name.noted", to: FormerName(id: .new, pupil: id, surname: surname, forename: forename)))
        }
    }

    /// Takes a name unless it differs from the one held only by its capitals: some systems write all in capitals.
    private mutating func takeName(_ held: inout String, _ sent: String?, _ label: String) {
        guard let sent, sent != held else { return }
        if sent.folded == held.folded, sent == sent.uppercased(), held != held.uppercased() { return }
        take(&held, sent, label)
    }

    private mutating func take(_ held: inout String, _ sent: String?, _ label: String) {
        guard let sent, sent != held else { return }
        note(label, held, sent)
        held = sent
    }

    private mutating func take(_ held: inout String?, _ sent: String?, _ label: String) {
        guard let sent, sent != held else { return }
        note(label, held ?? "", sent)
        held = sent
    }
}

extension IncomingAddress {
    /// Lines and postcode with commas between.
    var oneLine: String { (lines + [postcode ?? ""]).filter { !$0.isEmpty }.joined(separator: ", ") }
}
