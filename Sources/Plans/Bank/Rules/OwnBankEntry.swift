import Basics

/// An entry that somebody added to the bank: for the whole trust, for a school, or for themselves.
struct OwnBankEntry: Sendable, Hashable {
    var id: RowID
    var version = 1
    var kind: BankEntry.Kind
    var need: String
    /// Their keys with commas between.
    var ages: String
    var words: String
    var detail = ""
    var buildsOn = ""
    var measure = ""
    var baseline = ""
    var target = ""
    var weeks: Int?
    var adultLife = ""
    var place: BankPlace
    var addedBy: String
    var addedOn: Day
    /// Taken out of the bank; plans that took it keep what they took.
    var withdrawnOn: Day?

    var key: String { "own-\(id)" }

    /// As it stands in the bank.
    var entry: BankEntry? {
        guard let need = Bank.need(need) else { return nil }
        var entry = BankEntry(key: key, kind: kind, need: need, ages: ages.split(separator: ",").compactMap { BankAge(rawValue: String($0)) }, words: words)
        (entry.detail, entry.buildsOn, entry.measure, entry.baseline, entry.target) = (detail, buildsOn, measure, baseline, target)
        (entry.weeks, entry.adultLife) = (weeks, adultLife)
        switch place {
        case .trust: entry.source = .trust
        case .school(let school): entry.source = .school(school)
        case .person: entry.source = .person
        }
        return entry
    }
}

/// For whom an entry was added.
enum BankPlace: Sendable, Hashable {
    case trust
    case school(SchoolID)
    case person(AccountID)

    /// As a form sends it.
    var key: String {
        switch self {
        case .trust: "trust"
        case .school(let school): "school-\(school)"
        case .person: "person"
        }
    }
}
