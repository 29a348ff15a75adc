import Basics

/// An entry that somebody added to the bank: for the whole trust, for a school, or for themselves.
@dynamicMemberLookup
struct OwnBankEntry: Sendable, Hashable {
    var id: RowID
    var version = 1
    var need: String
    /// Their keys with commas between.
    var ages: String
    var text: BankText
    var place: BankPlace
    var addedBy: String
    var addedOn: Day
    /// Taken out of the bank; plans that took it keep what they took.
    var withdrawnOn: Day?

    var key: String { "own-\(id)" }

    subscript<Part>(dynamicMember part: WritableKeyPath<BankText, Part>) -> Part {
        get { text[keyPath: part] }
        set { text[keyPath: part] = newValue }
    }

    subscript<Part>(dynamicMember part: KeyPath<BankText, Part>) -> Part { text[keyPath: part] }

    /// As it stands in the bank.
    var entry: BankEntry? {
        guard let need = Bank.need(need) else { return nil }
        return BankEntry(key: key, need: need, ages: ages.split(separator: ",").compactMap { BankAge(rawValue: String($0)) }, text: text, source: place.source)
    }
}

/// For whom an entry was added.
enum BankPlace: Sendable, Hashable {
    case trust
    case school(SchoolID)
    case person(AccountID)

    var source: BankEntry.Source {
        switch self {
        case .trust: .trust
        case .school(let school): .school(school)
        case .person: .person
        }
    }

    /// As a form sends it.
    var key: String {
        switch self {
        case .trust: "trust"
        case .school(let school): "school-\(school)"
        case .person: "person"
        }
    }
}
