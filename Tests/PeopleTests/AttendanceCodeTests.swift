import Basics
import Testing
@testable import People

@Suite("Codes of the attendance register")
struct AttendanceCodeTests {
    /// The rows of formats sheet 5.4, in force from 19 August 2024 (S2, three lists agree). X stands by itself: not required.
    private static let sheet: [AttendanceCode.Group: String] = [
        .present: "/ \\ L", .elsewhere: "K V P W B D", .authorised: "C1 M J1 S C2 C T R I E", .notRequired: "X", .unauthorised: "N O G U",
        .unable: "Q Y1 Y2 Y3 Y4 Y5 Y6 Y7", .administrative: "Z #",
    ]

    @Test("are those of the sheet, each once, and no others", arguments: AttendanceCode.Group.allCases)
    func table(group: AttendanceCode.Group) {
        #expect(AttendanceCode.all.filter { $0.group == group }.map(\.code) == Self.sheet[group]?.split(separator: " ").map(String.init))
        #expect(Set(AttendanceCode.all.map(\.code)).count == AttendanceCode.all.count && AttendanceCode.all.allSatisfy { !$0.label.isEmpty })
    }

    @Test("say whether somebody is to be looked for in school", arguments: [
        ("/", AttendanceCode.Standing.there), ("\\", .there), ("L", .there), ("I", .absent), ("M", .absent), ("E", .absent), ("N", .absent), ("O", .absent), ("Q", .absent), ("Y4", .absent),
        ("C2", .notDue), ("X", .notDue), ("U", .open), ("K", .open), ("V", .open), ("B", .open), ("D", .open), ("Z", .open), ("#", .open),
    ])
    func standing(code: String, standing: AttendanceCode.Standing) {
        #expect(AttendanceCode.known(code)?.standing == standing)
        #expect(AttendanceCode.known(code.lowercased())?.code == code)
    }

    @Test("that were retired in 2024, or that a school made up, are kept as typed and say nothing", arguments: ["H", "J", "Y", "Ill", "?", "-1"])
    func unknown(code: String) {
        let mark = AttendanceMark(pupil: PupilID(1), school: SchoolID(1), day: .distantPast, half: .morning, code: code)
        #expect(AttendanceCode.known(code) == nil && mark.standing == .open && mark.code == code && mark.inWords == code)
    }

    @Test("A mark that says nothing beside being in is kept only where it puts another right", arguments: [
        (nil, "/", nil), (nil, "L", nil), (nil, "#", nil), (nil, "i", "mark.noted"), (nil, "?", "mark.noted"), ("I", "I", nil), ("N", "/", "mark.corrected"), ("N", "I", "mark.corrected"), ("/", "\\", "mark.corrected"),
    ] as [(String?, String, String?)])
    func change(held: String?, read: String, event: String?) {
        let mark = { (code: String) in AttendanceMark(pupil: PupilID(1), school: SchoolID(1), day: .distantPast, half: .morning, code: code) }
        #expect(AttendanceMark.change(from: held.map(mark), to: mark(read))?.event == event)
    }

    @Test("Two bits a day tell whether a half-day was spoken of before")
    func spoken() throws {
        let first = try #require(Day("2025-09-01"))
        var spoken = SpokenHalves(since: first)
        for day in [0, 1, 31, 32, 33, 700] {
            for half in HalfDay.allCases {
                let mark = AttendanceMark(pupil: PupilID(1), school: SchoolID(1), day: first + day, half: half, code: "I")
                let isFirst = spoken.insert(mark), isAgain = spoken.insert(mark)
                #expect(isFirst && !isAgain)
            }
        }
        let isOther = spoken.insert(AttendanceMark(pupil: PupilID(2), school: SchoolID(1), day: first, half: .morning, code: "I"))
        #expect(isOther)
    }
}
