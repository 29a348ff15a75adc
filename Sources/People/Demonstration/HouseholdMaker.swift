import Basics

/// Makes families for one school: a home, the adults in it, what is spoken there.
struct HouseholdMaker {
    let school: DemonstrationSchool
    /// Share of families with another first language than English, from 0 to 1.
    let languages: Double

    func household(_ random: inout SeededRandom) -> DemonstrationHousehold {
        let choices = random.chance(languages) ? DemonstrationHeritage.choicesWithout : DemonstrationHeritage.choicesWithEnglish
        let heritage = random.pick(weighted: choices)
        return household(surname: random.pick(DemonstrationHeritage.all[heritage].surnames), heritage: heritage, &random)
    }

    func household(surname: String, heritage place: Int, _ random: inout SeededRandom) -> DemonstrationHousehold {
        let heritage = DemonstrationHeritage.all[place]
        return DemonstrationHousehold(
            surname: surname, ethnicity: random.pick(heritage.ethnicities), language: heritage.language,
            houseNumber: random.within(1...148), street: random.pick(Self.streets), town: school.town,
            postcode: "ZZ99 \(random.within(1...9))\(random.pick(Self.letters))\(random.pick(Self.letters))",
            homeLA: homeAuthority(&random), adults: adults(surname, &random),
            pupilPremium: random.chance(0.26), heritage: place)
    }

    /// Special schools draw children from farther away.
    private func homeAuthority(_ random: inout SeededRandom) -> String {
        let other = school.laCode == "999" ? "998" : "999"
        return random.chance(school.kind == .special ? 0.18 : 0.04) ? other : school.laCode
    }

    private func adults(_ surname: String, _ random: inout SeededRandom) -> [DemonstrationContact] {
        let first = adult(surname, places: 0...9, "PAM", &random)
        guard random.chance(0.74) else { return [first] }
        var second = adult(surname, places: 10...19, "PAF", &random)
        second.livesWithChild = random.chance(0.8)
        return [first, second]
    }

    private func adult(_ surname: String, places: ClosedRange<Int>, _ relationship: String, _ random: inout SeededRandom) -> DemonstrationContact {
        let name = DemonstrationHeritage.grownUps[random.within(places)]
        return DemonstrationContact(title: name.title, surname: surname, forename: name.forename, relationship: relationship,
                                    hasResponsibility: true, phone: Self.mobile(&random))
    }

    /// Ofcom keeps 07700 900000 to 900999 free for stories.
    static func mobile(_ random: inout SeededRandom) -> String { "07700 900\(String(1000 + random.below(1000)).dropFirst())" }

    private static let letters = ["Z", "W", "X", "Y"]
    private static let streets = ["Harebell Lane", "Old Mill Road", "Orchard Close", "Station Road", "Church View", "Beech Avenue",
        "Canal Street", "Meadow Way", "Victoria Terrace", "Larch Drive", "Market Hill", "Rowan Court", "Weavers Row", "Quarry Bank",
        "Heron Way", "Park Crescent"]
}
