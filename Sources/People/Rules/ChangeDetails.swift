import Basics

/// Puts right what is said of the pupil alone: names, number, language, home authority, health body. A name or a
/// number that goes is kept as a former one, unless the record is sealed.
public struct ChangeDetails: Sendable {
    public var surname = "", forename = "", middleNames = "", preferredSurname = "", preferredForename = ""
    public var birth: Day
    public var sex = "", upn = ""
    /// English as an additional language; nil where nobody has said.
    public var eal: Bool?
    public var homeLanguage = "", homeLA = "", healthBody = "", address = ""
    public var reason = ""
    /// The person has seen that the number's check letter is wrong, and keeps it.
    public var keepsUPN = false

    public init(birth: Day) { self.birth = birth }

    /// What is saved together.
    public struct Changes: Sendable {
        public let pupil: Change<Pupil>
        public let formerUPN: Change<FormerUPN>?
        public let formerName: Change<FormerName>?
    }

    /// - Parameter numberIsTaken: another pupil of the trust has this UPN.
    public func applied(to pupil: Pupil, numberIsTaken: Bool, today: Day) throws -> Changes {
        try problems(pupil, numberIsTaken, today).check()
        let after = changed(pupil), keeps = !pupil.sealed
        let oldNumber = pupil.upn.flatMap { keeps && $0 != after.upn ? FormerUPN(id: .new, pupil: pupil.id, upn: $0) : nil }
        let renamed = keeps && (pupil.surname.folded != after.surname.folded || pupil.forename.folded != after.forename.folded)
        let oldName = renamed ? FormerName(id: .new, pupil: pupil.id, surname: pupil.surname, forename: pupil.forename) : nil
        return Changes(
            pupil: Change("pupil.changed", from: pupil, to: after, because: reason.trimmed),
            formerUPN: oldNumber.map { Change("upn.replaced", to: $0) }, formerName: oldName.map { Change("name.noted", to: $0) })
    }

    private var number: UniquePupilNumber? { upn.nonEmpty.map { UniquePupilNumber($0) } }

    private func changed(_ pupil: Pupil) -> Pupil {
        var after = pupil
        (after.surname, after.forename, after.middleNames) = (surname.trimmed, forename.trimmed, middleNames.trimmed)
        (after.preferredSurname, after.preferredForename) = (preferredSurname.trimmed, preferredForename.trimmed)
        (after.birth, after.sex, after.upn, after.eal) = (birth, sex, number?.text, eal)
        (after.homeLanguage, after.homeLA, after.healthBody, after.address) = (homeLanguage.trimmed, homeLA.trimmed, healthBody.trimmed, address.trimmed)
        return after
    }

    private func problems(_ pupil: Pupil, _ numberIsTaken: Bool, _ today: Day) -> Problems {
        var problems = Problems()
        problems.require(surname.nonEmpty != nil, "surname", "Give the surname. For a child with one name, give that name here.")
        problems.require(birth <= today && birth.age(on: today) < 26, "birth", "This can't be the birth date of a pupil. Check the year.")
        problems.require(["", "M", "F"].contains(sex), "sex", "Choose one, or leave it open.")
        problems.require(!numberIsTaken, "upn", "Another pupil has this number. Two pupils can't have the same one.")
        if let number, number.text != pupil.upn {
            if number.validity == .wrongShape { problems.add("upn", number.advice ?? "") }
            else if let advice = number.advice, !keepsUPN { problems.add("keeps_upn", advice) }
        }
        problems.require(reason.nonEmpty != nil, "reason", "Say why, in a few words. It is kept with the record.")
        return problems
    }
}
