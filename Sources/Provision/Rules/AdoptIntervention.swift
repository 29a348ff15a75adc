import Basics

/// Takes a programme that Trellis brings into the catalogue of the trust, or of one school.
public struct AdoptIntervention: Sendable {
    /// The key of a shipped programme.
    public let key: String

    public init(key: String) { self.key = key }

    /// - Parameters:
    ///   - instruments: the numbers of the tests that it is measured with, by their keys.
    ///   - beside: the entries in sight. Where the trust has it already, schools use that one.
    public func applied(at school: SchoolID?, beside: [Intervention], instruments: [String: InstrumentID] = [:]) throws -> Change<Intervention> {
        guard let shipped = ShippedIntervention.named(key) else { throw Problems("key", "Choose a programme of the list.") }
        if let there = beside.first(where: { $0.key == key && ($0.school == nil || $0.school == school) }) {
            let gone = there.ends.map { "was taken out of your catalogue after \($0.inWords). Open it there, and choose “Take it in again”." }
            throw Problems("key", "\(there.name) \(gone ?? "is in your catalogue already.")")
        }
        var entry = shipped.intervention
        entry.school = school
        entry.entryInstrument = shipped.instruments.lazy.compactMap { instruments[$0] }.first
        entry.exitInstrument = entry.entryInstrument
        return Change("intervention.adopted", to: entry)
    }
}
