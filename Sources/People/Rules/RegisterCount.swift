import Basics

/// How many pupils of one school have which status. The four make the roll.
public struct RegisterCount: Sendable, Equatable {
    public var plan = 0, support = 0, none = 0, notRecorded = 0
    public var roll: Int { plan + support + none + notRecorded }

    mutating func add(_ provision: String?, _ pupils: Int) {
        switch provision.flatMap(CodeList.censusProvision) {
        case "E": plan += pupils
        case "K": support += pupils
        case "N": none += pupils
        default: notRecorded += pupils
        }
    }

    public static func + (a: RegisterCount, b: RegisterCount) -> RegisterCount {
        RegisterCount(plan: a.plan + b.plan, support: a.support + b.support, none: a.none + b.none, notRecorded: a.notRecorded + b.notRecorded)
    }
}
