// How entries that people added stand in their table.
import Basics
import Database

extension OwnBankEntry: Recorded {
    static let table = Table(
        "bank_entry", "kind", "need", "ages", "words", "detail", "builds_on", "measure", "baseline", "target", "weeks", "adult_life",
        "place", "school_id", "account_id", "added_by", "added_on", "withdrawn_on")

    var cells: [SQLValue] {
        Database.cells(text.kind, need, ages, text.words, text.detail, text.buildsOn, text.measure, text.baseline, text.target, text.weeks, text.adultLife)
            + Database.cells(place.kind, place.school, place.account, addedBy, addedOn, withdrawnOn)
    }

    init(_ row: inout Row) throws {
        (id, version) = try (row.next(), row.next())
        let kind: BankText.Kind = try row.next()
        (need, ages, text) = try (row.next(), row.next(), BankText(kind: kind, words: row.next()))
        (text.detail, text.buildsOn, text.measure) = try (row.next(), row.next(), row.next())
        (text.baseline, text.target, text.weeks, text.adultLife) = try (row.next(), row.next(), row.next(), row.next())
        place = try BankPlace(row.next(), row.next(), row.next())
        (addedBy, addedOn, withdrawnOn) = try (row.next(), row.next(), row.next())
    }

    var recordAt: SchoolID? { place.school }
}

extension BankText.Kind: Storable {}

extension BankPlace {
    fileprivate enum Kind: String, Storable { case trust, school, person }

    fileprivate var kind: Kind {
        switch self {
        case .trust: .trust
        case .school: .school
        case .person: .person
        }
    }

    fileprivate var school: SchoolID? { if case .school(let school) = self { school } else { nil } }
    fileprivate var account: AccountID? { if case .person(let account) = self { account } else { nil } }

    fileprivate init(_ kind: Kind, _ school: SchoolID?, _ account: AccountID?) throws {
        switch (kind, school, account) {
        case (.school, let school?, _): self = .school(school)
        case (.person, _, let account?): self = .person(account)
        default: self = .trust
        }
    }
}
