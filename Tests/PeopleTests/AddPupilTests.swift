import Basics
@testable import People
import Testing

struct AddPupilTests {
    static let today = RegisterStage.today

    private func add(_ upn: String = "", _ twins: [LikelyTwin] = [], _ change: (inout AddPupil) -> Void = { _ in }) throws -> NewPupil {
        var act = AddPupil(birth: Day(2018, 1, 5) ?? .distantPast, school: .sample("999001", "Elm"), year: YearGroup("4"), entry: Self.today)
        (act.surname, act.forename, act.upn) = ("Okafor", "Amara", upn)
        change(&act)
        return try act.applied(twins: twins, today: Self.today)
    }

    private func field(_ body: () throws -> NewPupil) -> String? {
        do { _ = try body() } catch let problems as Problems { return problems.list.first?.field } catch {}
        return nil
    }

    @Test("A pupil is added with a number, without one, and with a wrong letter that was checked")
    func fine() throws {
        let right = "F999200120002", digits = right.dropFirst()
        let letter = UniquePupilNumber.checkLetter(for: digits) ?? "A"
        #expect(try add().pupil.after.upn == nil)
        #expect(try add("\(letter)\(digits)").pupil.after.upn == "\(letter)\(digits)")
        let wrong = letter == "B" ? "C\(digits)" : "B\(digits)"
        #expect(field { try add(wrong) } == "keeps_upn")
        #expect(try add(wrong) { $0.keepsUPN = true }.pupil.after.upn == wrong)
    }

    @Test("What can't be is refused beside its field")
    func refused() {
        #expect(field { try add("12") } == "upn")
        #expect(field { try add("12") { $0.keepsUPN = true } } == "upn")
        #expect(field { try add { $0.surname = " " } } == "surname")
        #expect(field { try add { $0.birth = Self.today + 1 } } == "birth")
        #expect(field { try add { $0.birth = Self.today.adding(years: -30) } } == "birth")
        #expect(field { try add { $0.entry = Self.today.adding(years: 2) } } == "entry")
        #expect(field { try add { $0.entry = $0.birth } } == "entry")
        #expect(field { try add { $0.year = YearGroup(rawValue: "44") } } == "year")
        #expect(field { try add { $0.sex = "Q" } } == "sex")
    }

    @Test("A likely twin is asked about; the same number is never given twice")
    func twins() throws {
        let twin = LikelyTwin(pupil: PupilID(3), upn: "H999200118001", inWords: "Amara Okafor, born 5 January 2018")
        #expect(field { try add("", [twin]) } == "is_no_twin")
        #expect(try add("", [twin]) { $0.isNoTwin = true }.pupil.after.surname == "Okafor")
        #expect(field { try add("H999200118001", [twin]) { ($0.isNoTwin, $0.keepsUPN) = (true, true) } } == "upn")
    }
}
