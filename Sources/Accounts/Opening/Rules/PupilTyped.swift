import Basics
import People

/// A pupil as somebody names them who can't look them up: by number, or by surname, forename and birth date. Nothing
/// less is answered, so that nobody can go through a register by trying.
struct PupilTyped: Sendable {
    let upn: String
    let surname: String
    let forename: String
    let birth: Day?

    init(upn: String, surname: String, forename: String, birth: Day?) {
        self.upn = UniquePupilNumber(upn).text
        (self.surname, self.forename, self.birth) = (surname.folded, forename.folded, birth)
    }

    /// - Throws: `Problems` where too little is typed.
    func check() throws {
        if !upn.isEmpty { return }
        var problems = Problems()
        let missing = "Type the UPN, or all three of surname, forename and birth date."
        problems.require(!surname.isEmpty, "surname", missing)
        problems.require(!forename.isEmpty, "forename", missing)
        problems.require(birth != nil, "birth", missing)
        try problems.check()
    }

    func fits(_ pupil: Pupil) -> Bool {
        if !upn.isEmpty { return pupil.upn == upn }
        return pupil.birth == birth && [pupil.surname, pupil.preferredSurname].contains { !$0.isEmpty && $0.folded == surname }
            && [pupil.forename, pupil.preferredForename].contains { !$0.isEmpty && $0.folded == forename }
    }
}
