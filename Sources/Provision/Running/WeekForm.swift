import Basics
import Pages

// The week of a provision as a form gives it: lines of fields with the number of the time in their names.

extension FormValues {
    private static let partsOfTime = ["weekday", "starts_at", "minutes", "room", "staff", "role", "second_staff", "second_role"]
    /// So many times of the week can be typed.
    private static let mostTimes = 25

    /// How many lines for times the form shows.
    var rows: Int { min(Self.mostTimes, max(1, Int(self["rows"]) ?? 1)) }

    /// Whether somebody gave a time in this line. Minutes and role stand there already when the form is opened.
    private func holdsTime(_ place: Int) -> Bool {
        ["weekday", "starts_at", "room", "staff", "second_staff"].contains { self["\($0)_\(place)"].nonEmpty != nil }
    }

    /// The same with empty lines behind the others, so that what a rule says of the second time stands beside the second.
    var withTimesInOrder: FormValues {
        let all = Array(0..<rows), order = all.filter(holdsTime) + all.filter { !holdsTime($0) }
        if !has("rows") || order == all { return self }
        var values = self
        for (place, from) in order.enumerated() { for part in Self.partsOfTime { values.set("\(part)_\(place)", self["\(part)_\(from)"]) } }
        if values["role_0"].isEmpty { values.set("role_0", self["role_0"]) }
        return values
    }

    /// A whole number; nil where it is none.
    func number(_ name: String) -> Int? { Int(self[name].trimmed) }

    /// The week, and what can't be read of it.
    func week(_ staff: StaffNames) -> (form: PatternForm, wrong: Problems) {
        var wrong = Problems()
        let places = (0..<rows).filter(holdsTime)
        var form = PatternForm(times: places.map { time($0, staff, &wrong) }, plannedSize: number("group_size"), proof: Proof(rawValue: self["proof"]))
        form.funding = self["funding"]
        form.sessionPrice = read("session_price", &wrong) { try poundsTyped("session_price") } ?? Pence(0)
        return (form, wrong)
    }

    /// Later times are as the first in what they leave empty.
    private func time(_ place: Int, _ staff: StaffNames, _ wrong: inout Problems) -> PatternForm.TimeForm {
        let weekday = number("weekday_\(place)"), starts = ClockTime(self["starts_at_\(place)"]), minutes = number("minutes_\(place)")
        let given = adults(place, staff, &wrong)
        let adults = given.isEmpty && place > 0 ? adults(0, staff) : given
        return PatternForm.TimeForm(weekday: weekday, startsAt: starts, minutes: minutes, room: self["room_\(place)"].nonEmpty ?? (place > 0 ? self["room_0"] : ""), adults: adults)
    }

    private func adults(_ place: Int, _ staff: StaffNames) -> [SessionAdult] {
        var seen = Problems()
        return adults(place, staff, &seen)
    }

    private func adults(_ place: Int, _ staff: StaffNames, _ wrong: inout Problems) -> [SessionAdult] {
        let first = adult("staff_\(place)", self["role_\(place)"].nonEmpty ?? (place > 0 ? self["role_0"] : ""), staff, &wrong)
        let isNamed = self["staff_\(place)"].nonEmpty != nil || self["role_\(place)"].nonEmpty != nil
        let second = ["second_staff", "second_role"].contains { self["\($0)_\(place)"].nonEmpty != nil }
        let other = second ? [adult("second_staff_\(place)", self["second_role_\(place)"].nonEmpty ?? first.role, staff, &wrong)] : []
        return (isNamed || second ? [first] : []) + other
    }

    private func adult(_ field: String, _ role: String, _ staff: StaffNames, _ wrong: inout Problems) -> SessionAdult {
        guard let name = self[field].nonEmpty else { return SessionAdult(role) }
        let found = staff.named(name)
        if found == nil { wrong.add(field, "Nobody on this school’s list of staff is called “\(name)”. Choose a name of the list, or leave it empty.") }
        return SessionAdult(role, found)
    }

    /// What a field gives; where it can't be read, that is among the problems.
    func read<Value>(_ field: String, _ wrong: inout Problems, _ value: () throws -> Value?) -> Value? {
        do { return try value() } catch {
            let said = (error as? Problems)?.message(for: field) ?? "This can’t be read. Type it again."
            wrong.add(field, said)
            return nil
        }
    }
}

/// Does something that says what is wrong, and says with it what could not be read before.
func together<Value>(_ wrong: Problems, _ body: () throws -> Value) throws -> Value {
    do {
        let value = try body()
        try wrong.check()
        return value
    } catch let problems as Problems {
        var all = wrong
        for problem in problems.list where !all.list.contains(where: { $0.field == problem.field }) { all.add(problem.field, problem.message) }
        throw all
    }
}

extension WeeklyPattern {
    /// What stands in a form about it.
    func typed(_ staff: StaffNames) -> [(name: String, text: String)] {
        let shared = [("group_size", "\(plannedSize)"), ("funding", funding), ("proof", proof.rawValue), ("session_price", sessionPrice > Pence(0) ? sessionPrice.typed : ""), ("rows", "\(max(1, times.count))")]
        return shared + times.enumerated().flatMap { place, time -> [(name: String, text: String)] in
            let names = time.adults.map { $0.staff.flatMap { staff[$0] } ?? "" }
            return [
                ("weekday_\(place)", "\(time.weekday)"), ("starts_at_\(place)", "\(time.startsAt)"), ("minutes_\(place)", "\(time.minutes)"), ("room_\(place)", time.room),
                ("staff_\(place)", names.first ?? ""), ("role_\(place)", time.adults.first?.role ?? ""), ("second_staff_\(place)", names.dropFirst().first ?? ""),
                ("second_role_\(place)", time.adults.dropFirst().first?.role ?? ""),
            ]
        }
    }
}
