import Basics

/// A total of money with the parts of it: `pupils` and `unfilled` add up to it, and so do `streams`.
public struct CostSum: Hashable, Sendable {
    public private(set) var total = Pence(0)
    public private(set) var pupils: [PupilID: Pence] = [:]
    /// Places not filled: borne by the school.
    public private(set) var unfilled = Pence(0)
    /// By funding stream, empty for the school's own budget; materials are paid as the sessions of that day are.
    public private(set) var streams: [String: Pence] = [:]

    public init() {}

    /// - Parameter times: how many sessions cost just this.
    public mutating func add(_ cost: SharedCost, paidBy stream: String = "", times: Int = 1) {
        let all = { (part: Pence) in Pence(part.rawValue * times) }
        total = total + all(cost.total)
        unfilled = unfilled + all(cost.unfilled)
        pupils.merge(cost.pupils.mapValues(all), uniquingKeysWith: +)
        streams[stream] = (streams[stream] ?? Pence(0)) + all(cost.total)
    }

    /// Adds another total, part by part.
    public mutating func add(_ other: CostSum) {
        total = total + other.total
        unfilled = unfilled + other.unfilled
        pupils.merge(other.pupils, uniquingKeysWith: +)
        streams.merge(other.streams, uniquingKeysWith: +)
    }
}
