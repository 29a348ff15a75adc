/// The number of one row, typed by what the row is, so that a pupil's can never stand for a school's.
public struct ID<Subject>: Hashable, Sendable, RawRepresentable, Comparable, CustomStringConvertible {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }
    public init(_ rawValue: Int) { self.rawValue = rawValue }

    /// Reads the digits of an address such as `/pupils/12`.
    public init?(_ text: some StringProtocol) {
        guard let number = Int(text), number > 0, "\(number)" == text else { return nil }
        rawValue = number
    }

    /// Not stored yet: the store gives the number.
    public static var new: ID { ID(0) }
    public var isNew: Bool { rawValue == 0 }

    public var description: String { "\(rawValue)" }
    public static func < (a: ID, b: ID) -> Bool { a.rawValue < b.rawValue }
}

/// What rows are about. Areas name each other's subjects by these alone.
public enum Mark {
    public enum School {}
    public enum Pupil {}
    public enum Staff {}
    public enum SchoolClass {}
    public enum Enrolment {}
    public enum ProvisionSpell {}
    public enum PupilNeed {}
    public enum Contact {}
    public enum Receipt {}
    public enum Account {}
    public enum Paper {}
    public enum Action {}
    public enum Instrument {}
    public enum Concern {}
    public enum Campaign {}
    public enum Plan {}
    public enum Outcome {}
    public enum Intervention {}
    public enum ProvisionRun {}
    public enum Session {}
    public enum RateSet {}
    public enum DataDrop {}
    public enum HealthBody {}
    public enum Agency {}
    public enum Referral {}
    public enum Advice {}
    public enum Recommendation {}
    public enum EarlyHelp {}
    public enum Row {}
}

public typealias SchoolID = ID<Mark.School>
public typealias PupilID = ID<Mark.Pupil>
public typealias StaffID = ID<Mark.Staff>
public typealias ClassID = ID<Mark.SchoolClass>
public typealias ReceiptID = ID<Mark.Receipt>
public typealias AccountID = ID<Mark.Account>
public typealias PaperID = ID<Mark.Paper>
public typealias ActionID = ID<Mark.Action>
public typealias InstrumentID = ID<Mark.Instrument>
public typealias ConcernID = ID<Mark.Concern>
public typealias CampaignID = ID<Mark.Campaign>
public typealias PlanID = ID<Mark.Plan>
public typealias OutcomeID = ID<Mark.Outcome>
/// An intervention of the catalogue.
public typealias InterventionID = ID<Mark.Intervention>
/// A provision that runs for a pupil or a group.
public typealias ProvisionID = ID<Mark.ProvisionRun>
public typealias SessionID = ID<Mark.Session>
public typealias RateSetID = ID<Mark.RateSet>
public typealias DataDropID = ID<Mark.DataDrop>
public typealias HealthBodyID = ID<Mark.HealthBody>
/// A service outside the school that helps pupils.
public typealias AgencyID = ID<Mark.Agency>
public typealias ReferralID = ID<Mark.Referral>
public typealias AdviceID = ID<Mark.Advice>
public typealias RecommendationID = ID<Mark.Recommendation>
/// An episode of early help for a family.
public typealias EarlyHelpID = ID<Mark.EarlyHelp>
/// A row that nobody outside its own table names.
public typealias RowID = ID<Mark.Row>
