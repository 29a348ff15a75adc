import Basics

/// A total of money with the parts of it: `pupils` and `unfilled` add up to it, and so do `streams`.
public struct CostSum: Hashable, Sendable {
    public private(set) var total = Pence(0)
    public private(set) var pupils: [PupilID: Pence] = [:]
    /// Places not filled: borne by the school.
    public private(set) var unfilled = Pence(0)
    /// By funding stream, empty for the school's own budget; materials are paid as the sessions of that day are.
    public private(set) var streams: [String: Pence] = [:]
    /// The pupils' parts once more, by the stream that pays them.
    private var paid: [String: [PupilID: Pence]] = [:]

    public init() {}

    /// - Parameter times: how many sessions cost just this.
    public mutating func add(_ cost: SharedCost, paidBy stream: String = "", times: Int = 1) {
        let all = { (part: Pence) in Pence(part.rawValue * times) }
        total = total + all(cost.total)
        unfilled = unfilled + all(cost.unfilled)
        pupils.add(cost.pupils, times: times)
        paid[stream, default: [:]].add(cost.pupils, times: times)
        streams[stream] = (streams[stream] ?? Pence(0)) + all(cost.total)
    }

    /// Adds another total, part by part.
    public mutating func add(_ other: CostSum) {
        total = total + other.total
        unfilled = unfilled + other.unfilled
        pupils.merge(other.pupils, uniquingKeysWith: +)
        streams.merge(other.streams, uniquingKeysWith: +)
        paid.merge(other.paid) { $0.merging($1, uniquingKeysWith: +) }
    }

    /// The pupils who bear a part of it. Those of a session that cost nothing bear none.
    public var bearers: Set<PupilID> { Set(pupils.filter { $0.value > Pence(0) }.keys) }

    /// The pupils for whom one of these streams pays a part.
    public func bearers(paidBy streams: [String]) -> Set<PupilID> {
        streams.reduce(into: []) { $0.formUnion((paid[$1] ?? [:]).filter { $0.value > Pence(0) }.keys) }
    }

    /// The parts of some pupils, and all that is left: of the others, and the places not filled.
    public func split(_ chosen: Set<PupilID>) -> (chosen: CostSum, rest: CostSum) {
        var parts = CostSum(), rest = self
        for (stream, pupils) in paid {
            for (pupil, amount) in pupils where chosen.contains(pupil) { parts.add(SharedCost(amount, among: [pupil], places: 1), paidBy: stream) }
            rest.paid[stream] = pupils.filter { !chosen.contains($0.key) }
        }
        rest.total = total - parts.total
        rest.pupils = pupils.filter { !chosen.contains($0.key) }
        rest.streams.merge(parts.streams) { $0 - $1 }
        return (parts, rest)
    }
}

extension [PupilID: Pence] {
    /// In place: a school's year is thousands of these.
    fileprivate mutating func add(_ parts: [PupilID: Pence], times: Int) {
        for (pupil, part) in parts { self[pupil, default: Pence(0)] += Pence(part.rawValue * times) }
    }
}

extension Pence {
    fileprivate static func += (sum: inout Pence, part: Pence) { sum = sum + part }
}
