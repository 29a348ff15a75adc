import Access
import Pages

/// What the address asks of the bank.
struct BankQuestion: Sendable {
    static let size = 20

    let search: BankSearch
    let page: Int
    let query: FormValues
    /// The form of a plan from which somebody came, to take an entry back there.
    let back: Address?

    init(_ query: FormValues) {
        self.query = query
        search = BankSearch(words: String(query["words"].prefix(200)), kind: BankEntry.Kind(rawValue: query["kind"]), need: query["need"], age: BankAge(rawValue: query["age"]))
        page = min(max(1, Int(query["page"]) ?? 1), 1000)
        back = Self.planForm(query["for"])
    }

    /// The same question, another page of its answer.
    func address(page: Int) -> Address { address(of: bankPath()).asking(["page": page > 1 ? "\(page)" : nil]) }

    func address(of address: Address) -> Address {
        address.asking(["words": query["words"], "kind": query["kind"], "need": query["need"], "age": query["age"], "for": back?.text])
    }

    /// The form with this entry filled in.
    func taking(_ entry: BankEntry) -> Address? { back?.asking(["bank": entry.key]).at(entry.kind == .outcome ? "part-outcomes" : "part-strategies") }

    /// An address of a plan, and of nothing else.
    private static func planForm(_ text: String) -> Address? {
        ["/plans/", "/pupils/"].contains(where: text.hasPrefix) && !text.contains("#") ? Address.ours(text) : nil
    }
}
