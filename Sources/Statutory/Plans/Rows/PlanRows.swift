// How plans stand in their table.
import Basics
import Database

extension EHCPlan: Recorded {
    public static let table = Table("ehc_plan", "pupil_id", "school_id", "la_code", "officer", "final_on", "met_on", "decided_on", "band", "top_up", "top_up_per",
                                    "placement", "setting", "has_budget", "budget", "paper_id", "ended_on", "end_reason", "end_words")

    public var cells: [SQLValue] {
        Database.cells(pupil, school, council, officer, finalOn, metOn, decidedOn, band, topUp?.amount.rawValue, topUp?.per.rawValue ?? "",
                       placement, setting, hasBudget, budget?.rawValue, paper, end?.on, end?.reason.rawValue ?? "", end?.words ?? "")
    }

    public init(_ row: inout Row) throws {
        let (id, version): (RowID, Int) = try (row.next(), row.next())
        try self.init(pupil: row.next(), school: row.next())
        (self.id, self.version) = (id, version)
        (council, officer, finalOn, metOn, decidedOn, band) = try (row.next(), row.next(), row.next(), row.next(), row.next(), row.next())
        let (amount, per): (Int?, String) = try (row.next(), row.next())
        topUp = amount.flatMap { amount in TopUp.Per(rawValue: per).map { TopUp(Pence(amount), $0) } }
        (placement, setting, hasBudget) = try (row.next(), row.next(), row.next())
        budget = try row.next(Int?.self).map { Pence($0) }
        paper = try row.next()
        let (ended, reason, words): (Day?, String, String) = try (row.next(), row.next(), row.next())
        end = ended.map { End(on: $0, EndReason(rawValue: reason) ?? .other, words: words) }
    }

    public var recordOf: PupilID? { pupil }
    public var recordAt: SchoolID? { school }

    /// What was written about the end, as a text of its own.
    var endWords: String {
        get { end?.words ?? "" }
        set { if let end { self.end = End(on: end.on, end.reason, words: newValue) } }
    }
}

extension EHCPlan.Placement: Storable {}
