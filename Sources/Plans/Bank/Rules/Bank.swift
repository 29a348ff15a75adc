import Basics

/// The outcomes and strategies that come with Trellis, and the needs by which the bank is sorted. They lie as data beside
/// the program; a mistake in them stops the first test.
enum Bank {
    static let headings: [BankHeading] = BankData.objects(in: PackageResources.needs_json).map(BankHeading.init)

    static let shipped: [BankEntry] = BankData.objects(in: PackageResources.outcomes_json).map { BankEntry(.outcome, $0) }
        + BankData.objects(in: PackageResources.strategies_json).map { BankEntry(.strategy, $0) }

    static let needs = headings.flatMap(\.needs)

    static func need(_ key: String) -> BankNeed? { needs.first { $0.key == key } }

    /// The needs that a key means: one need, or all under a heading.
    static func needs(under key: String) -> Set<String> {
        Set(headings.first { $0.key == key }?.needs.map(\.key) ?? [key])
    }
}

/// Reads the bank's data.
private struct BankData {
    let values: JSON.KeyedValues

    static func objects(in bytes: [UInt8]) -> [BankData] {
        guard case .list(let list)? = try? JSON(reading: bytes) else { preconditionFailure("the bank's data is no JSON list") }
        return list.map(BankData.init)
    }

    init(_ json: JSON) {
        guard case .object(let values) = json else { preconditionFailure("an entry of the bank is no object") }
        self.values = values
    }

    func text(_ name: String) -> String { if case .text(let text)? = values[name] { text } else { "" } }

    func integer(_ name: String) -> Int? { if case .integer(let number)? = values[name] { number } else { nil } }

    func list(_ name: String) -> [JSON] { if case .list(let list)? = values[name] { list } else { [] } }
}

extension BankHeading {
    fileprivate init(_ data: BankData) {
        self.init(key: data.text("key"), label: data.text("label"), needs: data.list("needs").map { BankNeed(BankData($0)) })
    }
}

extension BankNeed {
    fileprivate init(_ data: BankData) {
        let areas = ["code-2015": data.text("code_2015"), "areas-2026": data.text("areas_2026")].filter { !$0.value.isEmpty }
        self.init(key: data.text("key"), label: data.text("label"), areas: areas, also: data.text("also"))
    }
}

extension BankEntry {
    fileprivate init(_ kind: Kind, _ data: BankData) {
        guard let need = Bank.need(data.text("need")) else { preconditionFailure("no need for \(data.text("key"))") }
        let ages = data.list("ages").compactMap { if case .text(let text) = $0 { BankAge(rawValue: text) } else { nil } }
        self.init(key: data.text("key"), need: need, ages: ages, text: BankText(
            kind: kind, words: data.text("words"), detail: data.text("detail"), buildsOn: data.text("builds_on"), measure: data.text("measure"),
            baseline: data.text("baseline"), target: data.text("target"), weeks: data.integer("weeks"), adultLife: data.text("adult_life")))
    }
}
