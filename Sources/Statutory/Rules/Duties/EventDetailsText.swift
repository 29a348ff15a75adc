import Basics

extension EventDetails {
    /// As it is kept beside an event: JSON by option, without closures.
    public var text: String {
        let pairs: [(String, JSON)] = DateOption.allCases.compactMap { option in
            let value: JSON? = days[option].map { .text($0.description) } ?? choices[option].map { .text($0.key) } ?? (ticked.contains(option) ? .bool(true) : nil)
            return value.map { (option.rawValue, $0) }
        }
        return JSON.object(JSON.KeyedValues(pairs)).text
    }

    /// - Returns: nil where the text is none of ours.
    public init?(_ text: String, of event: StatutoryEvent) {
        guard let json = try? JSON(reading: Array(text.utf8)), case .object(let values) = json else { return nil }
        self.init()
        for option in DateOption.allCases {
            switch (option.kind(for: event), values[option.rawValue]) {
            case (.yes, .bool(true)): ticked.insert(option)
            case (.day, .text(let written)): days[option] = Day(written)
            case (.choice(let known), .text(let key)): choices[option] = known.first { $0.key == key }
            default: continue
            }
        }
    }
}
