import Access
import Basics
import Database
import Pages
import People

// What pages of costs share.

extension Visit {
    /// The academic year that the address asks about; this one where it asks about none that there is.
    var costYear: AcademicYear {
        let now = AcademicYear(containing: today)
        return Int(request.query["year"]).map { AcademicYear(starting: $0) }.flatMap { Self.costYears(now).contains($0) ? $0 : nil } ?? now
    }

    /// The years that costs are asked about: the next, this one, and three before.
    static func costYears(_ now: AcademicYear) -> [AcademicYear] { (-1...3).map { AcademicYear(starting: now.starting - $0) } }

    var yearChoices: [Choice] { Self.costYears(AcademicYear(containing: today)).map { Choice("\($0.starting)", $0.description) } }
}

/// A form that asks for a school and a year.
func costFilter(_ visit: Visit, _ address: Address, _ schools: [School], _ school: SchoolID?, _ year: AcademicYear, _ more: HTML = "", button: String = "Show these costs") -> HTML {
    let write = FormWriter(FormValues([("school", school.map { "\($0)" } ?? ""), ("year", "\(year.starting)")]))
    let place: HTML = schools.count > 1 ? write.select("school", "School", (school == nil ? [Choice("", "Choose a school")] : []) + schools.map { Choice("\($0.id)", $0.name) }) : ""
    return "<form class=\"filters\" method=\"get\" action=\"\(address)\">\(place)\(write.select("year", "Year", visit.yearChoices))\(more)<p class=\"actions\"><button>\(button)</button></p></form>"
}

extension Reader {
    /// The schools at which a viewer may do this, by name, and the one that the address asks about: the only one, where there is one.
    /// - Throws: `NotFound` where the asked one is none of them.
    func schoolsAsked(_ visit: Visit, _ permission: Permission) throws -> (all: [School], chosen: School?) {
        let schools = try schools(for: visit.viewer.doing(permission)), asked = SchoolID(visit.request.query["school"])
        if schools.isEmpty { throw NotFound() }
        guard let asked else { return (schools, schools.count == 1 ? schools.first : nil) }
        guard let chosen = schools.first(where: { $0.id == asked }) else { throw NotFound() }
        return (schools, chosen)
    }
}

/// An amount in a cell.
func amountCell(_ label: String, _ amount: Pence?) -> HTML { "<td class=\"number\" data-label=\"\(label)\">\(amount?.description ?? "–")</td>" }

/// `£80.00 over`, `£12.00 under`, `Just the money`.
func overInWords(_ over: Pence) -> String {
    over == Pence(0) ? "Just the money" : over > Pence(0) ? "\(over) over" : "\(Pence(0) - over) under"
}

/// Two amounts by name: to date, and for the year.
func amountRow(_ label: HTML, _ toDate: Pence, _ whole: Pence) -> HTML {
    "<tr><th scope=\"row\">\(label)</th>\(amountCell("To date", toDate))\(amountCell("For the year", whole))</tr>\n"
}

/// A table of such rows, whose sum stands below.
func amountTable(_ caption: String, _ first: String, _ rows: [HTML], total: CostSheet?) -> HTML {
    let foot: HTML = total.map { "<tfoot>\(amountRow("All", $0.toDate.total, $0.whole.total))</tfoot>" } ?? ""
    return "<table class=\"stack-on-phone\"><caption class=\"unseen\">\(caption)</caption><thead><tr>\(head(first))\(head("To date", number: true))\(head("For the year", number: true))</tr></thead><tbody>\(rows)</tbody>\(foot)</table>"
}
