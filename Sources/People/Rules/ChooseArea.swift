import Basics

/// Chooses another area of need for one of a pupil's needs: the table of types gives only the usual one, and
/// some types have none (domain 1.3).
public struct ChooseArea: Sendable {
    public let need: RowID
    /// The key of an area; empty for none.
    public let area: String
    public let reason: String

    public init(need: RowID, area: String, reason: String = "") {
        self.need = need
        self.area = area
        self.reason = reason.trimmed
    }

    public func applied(to record: RegisterRecord, today: Day) throws -> RegisterChange {
        guard let before = record.openNeeds(on: today).first(where: { $0.id == need }) else {
            throw Problems("", "This need has ended. Go back and look again.")
        }
        guard area.isEmpty || AreaOfNeed.all.contains(where: { $0.key == area }) else { throw Problems("area", "Choose an area of need.") }
        var after = before
        after.area = area
        var change = RegisterChange()
        change.needs = [Change("need.area_chosen", from: before, to: after, because: reason.nonEmpty)]
        return change
    }
}
