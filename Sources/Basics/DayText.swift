// How a day is written: for machines as 2026-11-22, for people as 22 November 2026.

extension Day: CustomStringConvertible {
    /// Reads `yyyy-MM-dd`; nil for anything else.
    public init?(_ iso: some StringProtocol) {
        var text = String(iso)
        guard let day = text.withUTF8({ Day(iso: $0) }) else { return nil }
        self = day
    }

    /// The same from the bytes of a text, as a database hands them over by the thousand.
    public init?(iso: UnsafeBufferPointer<UInt8>) {
        var digits = (0, 0, 0), place = 0
        for byte in iso {
            switch (place, byte) {
            case (4, UInt8(ascii: "-")), (7, UInt8(ascii: "-")): break
            case (0...3, 48...57): digits.0 = digits.0 * 10 + Int(byte - 48)
            case (5...6, 48...57): digits.1 = digits.1 * 10 + Int(byte - 48)
            case (8...9, 48...57): digits.2 = digits.2 * 10 + Int(byte - 48)
            default: return nil
            }
            place += 1
        }
        guard place == 10 else { return nil }
        self.init(digits.0, digits.1, digits.2)
    }

    /// `2026-11-22`.
    public var description: String {
        let (year, month, day) = parts
        return String(unsafeUninitializedCapacity: 10) { bytes in
            for (place, digit) in [year / 1000, year / 100, year / 10, year].enumerated() { bytes[place] = UInt8(48 + digit % 10) }
            bytes[4] = 45
            bytes[5] = UInt8(48 + month / 10); bytes[6] = UInt8(48 + month % 10)
            bytes[7] = 45
            bytes[8] = UInt8(48 + day / 10); bytes[9] = UInt8(48 + day % 10)
            return 10
        }
    }

    /// `22 November 2026`.
    public var inWords: String { "\(day) \(Day.months[month - 1]) \(year)" }

    /// `22 Nov 2026`, for tables.
    public var short: String { "\(day) \(Day.months[month - 1].prefix(3)) \(year)" }

    /// `22/11/2026`, as schools write it in spreadsheets.
    public var slashed: String {
        let (year, month, day) = parts
        return "\(day < 10 ? "0" : "")\(day)/\(month < 10 ? "0" : "")\(month)/\(year)"
    }

    static let months = ["January", "February", "March", "April", "May", "June", "July",
                         "August", "September", "October", "November", "December"]
}

extension Day: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let day = Day(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is not a date like 2026-11-22")
        }
        self = day
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
