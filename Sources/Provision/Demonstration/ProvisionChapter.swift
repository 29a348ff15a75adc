import Access
import AreaKit
import Basics
import Database
import People

/// The demonstration trust's provision: two years of groups, one-to-one support and their sessions in every school, told
/// through the same rules and saves that people's clicks call, with a few things left undone on purpose.
let provisionChapter = DemonstrationChapter(planted: plantedInProvision, tellProvisionChapter)

@Sendable private func tellProvisionChapter(_ store: Store, _ today: Day) async throws {
    let schools = try await store.read { try $0.schools(for: .operator) }
    try await MoneyStory(today: today).tellTrust(store)
    try await tellCatalogue(store, today)
    for (place, school) in schools.enumerated() {
        let plot = try await store.read { try $0.provisionPlot(at: school, place, of: schools.count, on: today) }
        try await ProvisionStory(plot).tell(store)
    }
}

@Sendable private func plantedInProvision(_ reader: Reader, _ today: Day) throws -> [PlantedGap] {
    let schools = try reader.schools(for: .operator)
    return try schools.enumerated().flatMap { place, school in
        let plot = try reader.provisionPlot(at: school, place, of: schools.count, on: today)
        let upns = Dictionary(try reader.all(Pupil.self, "WHERE id IN \(plot.gaps.values.sorted())").map { ($0.id, $0.upn ?? "") }) { $1 }
        return plot.gaps.map { PlantedGap(rule: $0.key.rawValue, urn: school.urn, upn: upns[$0.value] ?? "") }
            + plot.runs.compactMap(\.gap).filter { !$0.isOfPupil }.map { PlantedGap(rule: $0.rawValue, urn: school.urn, upn: "") }
    }
}

extension Reader {
    fileprivate func provisionPlot(at school: School, _ place: Int, of schools: Int, on day: Day) throws -> ProvisionPlot {
        let isDense = schools > 20
        return ProvisionPlot(try provisionCast(at: school, place, isDense: isDense, on: day), isDense: isDense, today: day)
    }
}

/// The trust takes programmes into its catalogue, says what some of them cost, and adds one of its own.
private func tellCatalogue(_ store: Store, _ today: Day) async throws {
    let began = today.adding(years: -2) - 20
    try await store.write(Act(who: "Ruth Adeyemi (Trust SEND lead)", at: Instant(began, hour: 10), way: .demonstration)) { writer in
        let tests = Dictionary(try writer.rows("SELECT key, id FROM instrument") { try ($0.next(String.self), $0.next(InstrumentID.self)) }) { $1 }
        var kept: [Intervention] = []
        for key in ProvisionChoice.adopted { kept.append(try writer.save(AdoptIntervention(key: key).applied(at: nil, beside: kept, instruments: tests))) }
        for (key, shared, each) in [("talk-boost-ks1", 450_00, 0), ("talk-boost-ks2", 480_00, 0), ("toe-by-toe", 0, 38_00), ("elsa", 0, 5_00)] {
            guard let entry = kept.first(where: { $0.key == key }) else { continue }
            var priced = KeepIntervention(as: entry)
            (priced.sharedMaterials, priced.materialsEach) = (Pence(shared), Pence(each))
            try writer.save(priced.applied(to: entry, at: nil, beside: kept))
        }
        var walk = KeepIntervention(name: "Morning walk and talk", kind: .targeted, areas: ["SEMH"], groupSize: 4, minutes: 20, sessionsAWeek: 2, weeks: 12, role: "ta")
        walk.about = "A short walk with a trusted adult before lessons: how was the evening, what is today, what may be hard."
        walk.measuring = "How the morning begins, on a scale of five, by the pupil and the teacher."
        try writer.save(walk.applied(at: nil, beside: kept))
    }
}

extension KeepIntervention {
    /// An entry as it stands, to be changed.
    fileprivate init(as entry: Intervention) {
        self.init(name: entry.name, kind: entry.kind, areas: entry.areas, groupSize: entry.groupSize, minutes: entry.minutes, sessionsAWeek: entry.sessionsAWeek, weeks: entry.weeks, role: entry.role)
        (about, training, licence) = (entry.about, entry.training, entry.licence)
        (measuring, evidence, strands) = (entry.measuring, entry.evidence, entry.strands)
        (entryInstrument, exitInstrument) = (entry.entryInstrument, entry.exitInstrument)
    }
}
