// The three shapes that a demonstration trust can have.

extension DemonstrationShape {
    /// Twelve schools, ten primary and two special, with about 6,500 pupils.
    public static let standard = DemonstrationShape("Harebell Learning Trust", uid: "99990", schools: [
        School("Foxglove Primary School", roll: 632, plans: 1.7, support: 16.8, languages: 83, nursery: true),
        School("Thistledown Primary School", roll: 1006, plans: 1.6, support: 8.4, languages: 92, nursery: true),
        School("Millrace Primary School", roll: 890, plans: 1.5, support: 9.5, languages: 88),
        School("Copperbeech Primary School", roll: 415, plans: 1.2, support: 6.3, languages: 61),
        School("Saltmarsh Primary School", roll: 640, plans: 4.6, support: 5.2, languages: 8),
        School("Skylark Primary School", roll: 938, plans: 3.0, support: 6.4, languages: 7, base: .resourced),
        School("Brackenfold Primary School", roll: 846, plans: 4.1, support: 12.4, languages: 12, nursery: true, base: .unit),
        School("Larch Hill Infants’ and Juniors’ School", roll: 330, plans: 3.4, support: 10.9, languages: 45, nursery: true),
        School("Goldcrest Primary School", roll: 390, plans: 1.8, support: 8.2, languages: 3),
        School("Meadowsweet Primary School and Nursery", roll: 297, plans: 3.4, support: 20.5, languages: 23, nursery: true),
        School("Lapwing School", .special, roll: 110, plans: 96, support: 4, languages: 60),
        School("Hollinside School", .special, roll: 62, plans: 98, support: 2, languages: 35),
    ])

    /// Three schools with some 260 pupils, for tests.
    public static let small = DemonstrationShape("Celandine Schools Trust", uid: "99991", schools: [
        School("Bramblewick Primary School", roll: 128, plans: 4, support: 15, languages: 40, nursery: true, base: .unit),
        School("Curlew Primary School", roll: 112, plans: 2, support: 13, languages: 12),
        School("Fieldfare School", .special, roll: 24, plans: 96, support: 4, languages: 30),
    ])

    /// Thirty-nine schools, 34 primary and five secondary, with about 15,000 pupils.
    public static let large = DemonstrationShape("Eastholme and Hollinside Education Trust", uid: "99992",
                                                 schools: largePrimaries + largeSecondaries)

    private static let largePrimaries = [
        primary("Foxglove", 460, 0.9, 16.6, 29), primary("Thistledown", 236, 0.8, 17.0, 70), primary("Millrace", 246, 1.2, 7.4, 27),
        primary("Copperbeech", 231, 1.0, 8.7, 10), primary("Saltmarsh", 214, 1.1, 12.4, 9), primary("Skylark", 212, 1.0, 9.9, 14),
        primary("Brackenfold", 244, 5.3, 2.9, 6, .resourced), primary("Larch Hill", 182, 1.6, 6.7, 20), primary("Goldcrest", 241, 1.4, 12.2, 16),
        primary("Meadowsweet", 142, 2.4, 14.0, 4), primary("Lapwing", 412, 0.8, 11.3, 22), primary("Hollinside", 217, 0.9, 13.2, 5),
        primary("Bramblewick", 217, 1.2, 16.6, 3), primary("Curlew", 230, 1.8, 10.4, 11), primary("Fieldfare", 220, 1.5, 14.0, 9),
        primary("Celandine", 210, 1.0, 10.1, 7), primary("Cloverley", 217, 1.0, 9.0, 33), primary("Fernley", 208, 2.0, 15.2, 18),
        primary("Dunnock", 218, 0.9, 12.0, 3), primary("Quarrybank", 343, 1.4, 9.6, 2), primary("Rowanlea", 235, 0.8, 8.0, 2),
        primary("Sandmartin", 238, 0.9, 12.6, 4), primary("Linnet", 326, 1.4, 11.0, 5), primary("Pennywort", 232, 0.8, 9.4, 3),
        primary("Tansyfield", 200, 1.1, 14.5, 6), primary("Whitebeam", 246, 1.0, 8.6, 3), primary("Brookmere", 438, 0.8, 7.8, 5),
        primary("Stonecrop", 195, 1.4, 10.2, 2), primary("Marigold", 282, 4.6, 13.4, 4, .unit), primary("Wagtail", 231, 0.9, 9.2, 2),
        primary("Siskin", 78, 3.0, 15.4, 3), primary("Dabchick", 181, 2.0, 11.0, 2), primary("Greenfinch", 138, 1.2, 12.3, 1),
        primary("Beechholme", 333, 1.2, 18.6, 4),
    ]

    private static let largeSecondaries = [
        School("Mallowfield High School", .secondary, roll: 1410, plans: 1.2, support: 12.8, languages: 24),
        School("Sorrel Bank School", .secondary, roll: 1150, plans: 1.1, support: 12.7, languages: 15),
        School("Cowslip Lane High School", .secondary, roll: 1364, plans: 1.9, support: 6.0, languages: 8),
        School("Eyebright School", .secondary, roll: 1600, plans: 1.6, support: 6.7, languages: 6),
        School("Vetch Hill Academy", .secondary, roll: 1068, plans: 1.8, support: 11.7, languages: 4),
    ]

    private static func primary(_ name: String, _ roll: Int, _ plans: Double, _ support: Double, _ languages: Double,
                                _ base: DemonstrationSchool.Base? = nil) -> School {
        School("\(name) Primary School", roll: roll, plans: plans, support: support, languages: languages, base: base)
    }
}
