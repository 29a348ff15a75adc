import Access
import Basics
import Database
import Measures
import Pages
import People

/// A campaign with its test and its places: what every page of it begins with.
struct Screening: Sendable {
    let campaign: ScreeningCampaign
    let instrument: Instrument
    /// Those in sight of the viewer, by name.
    let schools: [School]
    /// Empty where year groups are meant.
    let classes: [SchoolClass]
    let staff: [StaffID]
    /// How many schools there are, in sight or not.
    let schoolCount: Int

    var id: RowID { campaign.id }

    /// Whom it is for, in words: `Reception, Year 1`.
    var forWhom: String {
        classes.isEmpty ? campaign.yearGroups.map(\.label).joined(separator: ", ") : classes.map(\.name).joined(separator: ", ")
    }

    func school(_ id: SchoolID) throws -> School {
        guard let school = schools.first(where: { $0.id == id }) else { throw NotFound() }
        return school
    }
}

extension Viewer {
    /// The same person in those parts that have to do with screening: by figures, by the pupils whom they test, or by deciding.
    var screening: Viewer {
        let inside = parts.filter { !$0.permissions.isDisjoint(with: [.seeFigures, .enterResults, .changeRegister]) }
        return Viewer(name: name, account: account, parts: inside, family: family, device: device, witness: witness)
    }

    var seesScreening: Bool { !screening.parts.isEmpty }

    /// Whether small numbers are hidden from them, because in some part they may not see the pupils behind.
    var seesNumbersOnly: Bool { screening.parts.contains { !$0.permissions.contains(.seePupils) } }

    /// Whether they may change a campaign: it lies in none but schools for which they plan.
    func plans(_ screening: Screening) -> Bool {
        guard may(.planScreening) else { return false }
        guard let schools = doing(.planScreening).schools else { return true }
        return screening.schoolCount == screening.schools.count && screening.schools.allSatisfy { schools.contains($0.id) }
    }
}

extension Reader {
    /// The campaign, where one of its schools is in sight.
    /// - Throws: `NotFound` otherwise.
    func screening(_ id: RowID, for person: Viewer) throws -> Screening {
        guard let campaign = try one(id, of: ScreeningCampaign.self), let found = try screenings([campaign], for: person).first else { throw NotFound() }
        return found
    }

    /// The campaigns of schools in sight, the latest first.
    func screenings(for person: Viewer, limit: Int = 200) throws -> [Screening] {
        let viewer = person.screening
        guard viewer.seesScreening else { return [] }
        return try screenings(try all(ScreeningCampaign.self, """
            AS c WHERE EXISTS (SELECT 1 FROM screening_place pl WHERE pl.campaign_id = c.id AND \(viewer.sees(school: "pl.school_id"))) ORDER BY starts DESC, id DESC LIMIT \(limit)
            """), for: person)
    }

    private func screenings(_ campaigns: [ScreeningCampaign], for person: Viewer) throws -> [Screening] {
        let viewer = person.screening, ids = campaigns.map(\.id)
        guard viewer.seesScreening else { return [] }
        let places = Dictionary(grouping: try all(ScreeningPlace.self, "WHERE campaign_id IN \(ids) ORDER BY id"), by: \.campaign)
        let staff = Dictionary(grouping: try all(ScreeningTester.self, "WHERE campaign_id IN \(ids) ORDER BY id"), by: \.campaign)
        let instruments = Dictionary(uniqueKeysWithValues: try all(Instrument.self, "WHERE id IN \(campaigns.map(\.instrument))").map { ($0.id, $0) })
        let classes = try all(SchoolClass.self, "WHERE id IN \(places.values.joined().compactMap(\.schoolClass)) ORDER BY name, id")
        let schools = try schools(for: viewer)
        return campaigns.compactMap { campaign in
            let own = places[campaign.id] ?? [], at = Set(own.map(\.school)), inSight = schools.filter { at.contains($0.id) }, of = Set(own.compactMap(\.schoolClass))
            guard let instrument = instruments[campaign.instrument], !inSight.isEmpty else { return nil }
            return Screening(campaign: campaign, instrument: instrument, schools: inSight, classes: classes.filter { of.contains($0.id) },
                             staff: (staff[campaign.id] ?? []).map(\.staff), schoolCount: at.count)
        }
    }
}

extension Writer {
    /// Saves a campaign with its places and testers; those that are no longer named are taken out.
    func save(_ plan: PlanCampaign, of before: Screening?, with instrument: Instrument?, by who: String) throws -> ScreeningCampaign {
        let campaign = try save(try plan.applied(to: before?.campaign, with: instrument, by: who, today: act.today))
        var places: [(SchoolID, ClassID?)] = []
        for school in plan.schools { if plan.classes.isEmpty { places.append((school, nil)) } else { places += plan.classes.map { (school, $0) } } }
        let standing = try all(ScreeningPlace.self, "WHERE campaign_id = \(campaign.id)")
        for place in standing where !places.contains(where: { $0 == (place.school, place.schoolClass) }) { try withdraw(place, event: "screening.place_left_out", because: nil) }
        for (school, schoolClass) in places where !standing.contains(where: { ($0.school, $0.schoolClass) == (school, schoolClass) }) {
            try save(Change("screening.place_added", to: ScreeningPlace(id: .new, campaign: campaign.id, school: school, schoolClass: schoolClass)))
        }
        let testers = try all(ScreeningTester.self, "WHERE campaign_id = \(campaign.id)")
        for tester in testers where !plan.staff.contains(tester.staff) { try withdraw(tester, event: "screening.tester_left_out", because: nil) }
        for staff in plan.staff where !testers.contains(where: { $0.staff == staff }) {
            try save(Change("screening.tester_added", to: ScreeningTester(id: .new, campaign: campaign.id, staff: staff)))
        }
        return campaign
    }
}
