import Basics
@testable import Provision
import Testing

@Suite("The catalogue of interventions")
struct CatalogueTests {
    @Test("At least 24 programmes come with Trellis, each with a key and a name of its own")
    func many() {
        let entries = ShippedIntervention.all.map(\.intervention)
        #expect(entries.count >= 24)
        #expect(Set(entries.map(\.key)).count == entries.count && Set(entries.map(\.name.folded)).count == entries.count)
        for kind in InterventionKind.allCases { #expect(entries.contains { $0.kind == kind }, "\(kind)") }
    }

    static let measures: Set = ["wellcomm-early", "speech-link", "talk-boost-early", "talk-boost-ks1", "talk-boost-ks2", "bpvs", "celf", "swst", "swrt", "nara", "yarc-primary", "ngrt", "salford",
                                "dash", "puma", "sandwell", "phonics-check", "sdq-teacher", "boxall-2017", "boxall-young", "leuven"]

    @Test("A programme says what it is, for which need, by whom, what is measured, and what is known", arguments: ShippedIntervention.all)
    func whole(shipped: ShippedIntervention) throws {
        let entry = shipped.intervention
        #expect(entry.about.count >= 60 && !entry.training.isEmpty && !entry.licence.isEmpty && !entry.measuring.isEmpty && !entry.evidence.isEmpty)
        #expect(!entry.areas.isEmpty && Set(entry.areas).isSubset(of: ["C&I", "C&L", "SEMH", "S&P"]))
        #expect(StaffRole.named(entry.role) != nil && (1...40).contains(entry.groupSize) && entry.weeks.map { (1...60).contains($0) } ?? true)
        #expect(entry.strands.allSatisfy { EvidenceStrand.named($0) != nil })
        #expect(Self.measures.isSuperset(of: shipped.instruments))
        // What it costs the school is for the school to say.
        #expect(entry.sharedMaterials == Pence(0) && entry.materialsEach == Pence(0))
        #expect(entry.strands.isEmpty == entry.evidence.hasPrefix("No strand"))
    }

    @Test("A strand links to its page of the toolkit")
    func strands() {
        #expect(EvidenceStrand.named("phonics")?.link == "https://educationendowmentfoundation.org.uk/education-evidence/teaching-learning-toolkit/phonics")
        #expect(EvidenceStrand.named("learning-styles") == nil)
        #expect(Set(EvidenceStrand.all.map(\.key)).count == EvidenceStrand.all.count)
    }

    @Test("Taking a programme into the catalogue ties it to the tests that are there")
    func adopt() throws {
        let change = try AdoptIntervention(key: "toe-by-toe").applied(at: nil, beside: [], instruments: ["salford": InstrumentID(8), "ngrt": InstrumentID(9)])
        #expect(change.event == "intervention.adopted" && change.after.school == nil && change.after.entryInstrument == InstrumentID(8) && change.after.isShipped)
        #expect(problems { _ = try AdoptIntervention(key: "toe-by-toe").applied(at: elm, beside: [change.after]) }.message(for: "key") == "Toe by Toe is in your catalogue already.")
        #expect(problems { _ = try AdoptIntervention(key: "magic").applied(at: nil, beside: []) }.message(for: "key") != nil)
        var oaks = change.after
        oaks.school = oak
        #expect(problems { _ = try AdoptIntervention(key: "toe-by-toe").applied(at: elm, beside: [oaks]) }.isEmpty)
    }

    @Test("A school adapts the trust's entry with a reason, once")
    func adapt() throws {
        let change = try AdaptIntervention(reason: "Groups of two here").applied(to: precision, at: elm, beside: [])
        #expect(change.before == nil && change.after.adapts == precision.id && change.after.school == elm && change.after.id.isNew && change.reason == "Groups of two here")
        #expect(problems { _ = try AdaptIntervention(reason: " ").applied(to: precision, at: elm, beside: []) }.message(for: "reason") != nil)
        #expect(problems { _ = try AdaptIntervention(reason: "So").applied(to: precision, at: elm, beside: [change.after]) }.message(for: "") != nil)
        #expect(problems { _ = try AdaptIntervention(reason: "So").applied(to: change.after, at: elm, beside: []) }.message(for: "") != nil)
    }

    @Test("What is taken out starts no more after its last day; only its owner takes it out, or in again")
    func retire() throws {
        let after = try RetireIntervention(lastDay: today, reason: "Not effective here").applied(to: precision, at: nil).after
        #expect(after.isOffered(on: today) && !after.isOffered(on: today + 1))
        #expect(problems { _ = try RetireIntervention(lastDay: today, reason: "").applied(to: precision, at: nil) }.message(for: "reason") != nil)
        #expect(problems { _ = try RetireIntervention(lastDay: today, reason: "So").applied(to: precision, at: elm) }.message(for: "") != nil)
        #expect(problems { _ = try RetireIntervention(lastDay: today, reason: "So").applied(to: after, at: nil) }.message(for: "last_day") != nil)
        #expect(try RetireIntervention(lastDay: today + 5, reason: "So").applied(to: after, at: nil).after.ends == today + 5)
        let back = try RestoreIntervention(reason: "Two classes use it").applied(to: after, at: nil)
        #expect(back.after.ends == nil && back.after.isOffered(on: today + 1) && back.event == "intervention.restored")
        for (entry, school, reason, field) in [(after, nil, "", "reason"), (after, elm, "So", ""), (precision, nil, "So", "")] as [(Intervention, SchoolID?, String, String)] {
            #expect(problems { _ = try RestoreIntervention(reason: reason).applied(to: entry, at: school) }.message(for: field) != nil)
        }
        #expect(problems { _ = try StartProvision(starts: today + 1, pattern: twiceAWeek, pupils: [pupil(sam)]).applied(to: after, at: elm, today: today) }.message(for: "intervention") != nil)
    }
}

@Suite("Keeping an entry of the catalogue")
struct KeepInterventionTests {
    static let right = KeepIntervention(name: "Story circle", kind: .targeted, areas: ["C&I"], groupSize: 4, minutes: 20, sessionsAWeek: 2, weeks: 8, role: "ta")

    static func altered(_ alter: (inout KeepIntervention) -> Void) -> KeepIntervention {
        var form = right
        alter(&form)
        return form
    }

    @Test("Adds one, and changes it")
    func keeps() throws {
        let added = try Self.right.applied(at: elm, beside: [precision])
        #expect(added.event == "intervention.added" && added.after.school == elm && added.after.minutes == 20)
        let changed = try Self.altered { $0.minutes = 25 }.applied(to: added.after, at: elm, beside: [added.after])
        #expect(changed.event == "intervention.changed" && changed.after.minutes == 25 && !changed.isEmpty)
    }

    static let wrong: [(String, KeepIntervention)] = [
        ("name", altered { $0.name = "" }), ("name", altered { $0.name = "reading CLUB" }), ("kind", altered { $0.kind = nil }), ("areas", altered { $0.areas = [] }),
        ("group_size", altered { $0.groupSize = 0 }), ("group_size", altered { $0.groupSize = nil }), ("minutes", altered { $0.minutes = -5 }), ("minutes", altered { $0.minutes = nil }),
        ("sessions", altered { $0.sessionsAWeek = 0 }), ("sessions", altered { $0.sessionsAWeek = 26 }), ("weeks", altered { $0.weeks = 0 }), ("role", altered { $0.role = "wizard" }),
        ("strands", altered { $0.strands = ["learning-styles"] }), ("materials", altered { $0.materialsEach = Pence(-1) }), ("about", altered { $0.about = String(repeating: "x", count: 1001) }),
    ]

    @Test("Says what is wrong beside the field", arguments: wrong)
    func refused(field: String, form: KeepIntervention) {
        let found = problems { _ = try form.applied(at: nil, beside: [precision]) }
        #expect(found.list.map(\.field) == [field], "\(found)")
    }

    @Test("Says everything at once")
    func all() {
        let form = KeepIntervention(name: "", kind: nil, areas: [], groupSize: nil, minutes: nil, sessionsAWeek: nil, weeks: 99, role: "")
        #expect(problems { _ = try form.applied(at: nil, beside: []) }.list.count == 8)
    }

    @Test("A school leaves the trust's entry as it is; a shipped one keeps its name and kind")
    func owned() throws {
        #expect(problems { _ = try Self.right.applied(to: precision, at: elm, beside: []) }.message(for: "")?.contains("Adapt it") == true)
        let shipped = try AdoptIntervention(key: "elsa").applied(at: nil, beside: []).after
        #expect(problems { _ = try Self.right.applied(to: shipped, at: nil, beside: []) }.message(for: "name") != nil)
        var same = Self.right
        same.name = shipped.name
        #expect(try same.applied(to: shipped, at: nil, beside: [shipped]).after.key == "elsa")
    }
}
