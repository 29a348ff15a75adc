import Basics
import Database
import Pages
import People
import Plans

/// For which days somebody asks what was given: the half-term, the term or the school year of today.
enum DeliverySpan: String, CaseIterable, Sendable {
    case halfTerm = "half-term", term, year

    var label: String {
        switch self {
        case .halfTerm: "This half-term"
        case .term: "This term"
        case .year: "This school year"
        }
    }

    init(_ query: FormValues) { self = DeliverySpan(rawValue: query["for"]) ?? .halfTerm }

    /// The first day, as far as the school's year is known.
    func first(_ year: SchoolYearDays?, on day: Day) -> Day {
        let half = HalfTerm(containing: day, terms: year?.terms ?? [], closures: year?.closures ?? []).starts
        switch self {
        case .halfTerm: return half
        case .term: return year?.term(on: day)?.starts ?? half
        case .year: return AcademicYear(containing: day).firstDay
        }
    }

    /// Links to the three, the one that is shown marked.
    func links(_ address: (DeliverySpan) -> Address) -> HTML {
        let items: [HTML] = Self.allCases.map { span in
            let here: HTML = span == self ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(address(span))\"\(here)>\(span.label)</a></li>"
        }
        return "<nav class=\"pager\" aria-label=\"For which days\"><ul>\(items)</ul></nav>"
    }
}
