import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Says why a pupil's cost is over or under the money for it.
let justifyVariance = PupilAct(
    about: [VarianceJustification.table.name], needs: .keepCosts,
    start: { reader, _, ask in
        let asked = try reader.variance(ask, ask.query)
        return [("school", "\(asked.school.id)"), ("year", "\(asked.year.starting)"), ("reason", ""), ("words", "")]
    },
    form: { reader, record, ask, write in
        let costs = try reader.variance(ask, ask.typed), over = costs.comparison(of: ask.pupil).over ?? Pence(0)
        let reasons = VarianceReason.allCases.filter { over == Pence(0) || $0.isOver == (over > Pence(0)) }.map { Choice($0.rawValue, $0.label) }
        return PupilForm(title: over < Pence(0) ? "Say why the cost is under the money" : "Say why the cost is over the money", lead: lead(costs, record, ask.pupil), button: "Save these words", fields: """
            \(write.hidden("school"))\(write.hidden("year"))\(write.radios("reason", "What is the main reason?", reasons))\
            \(write.longText("words", "Say it in a sentence or two", hint: "So that a governor understands it, who doesn’t know the child.", aboutChild: ask.notice))
            """)
    },
    goingTo: { writer, record, ask, typed in
        let costs = try writer.variance(ask, typed), form = JustifyVariance(VarianceReason(rawValue: typed["reason"]), words: typed["words"])
        try writer.save(try form.applied(to: ask.pupil, at: costs.school.id, costs.comparison(of: ask.pupil), year: costs.year, by: ask.viewer.name, today: ask.today))
        return pupilCostsPath(ask.pupil).asking(["school": "\(costs.school.id)", "year": "\(costs.year.starting)", "saved": "yes"])
    })

extension Reader {
    /// The costs that a form is about: of the school and the year that it carries, else of today's.
    fileprivate func variance(_ ask: PupilQuestion, _ values: FormValues) throws -> SchoolCosts {
        let schools = try costSchools(of: ask.pupil, for: ask.viewer).filter { ask.viewer.may(.keepCosts, at: $0.id) }, asked = SchoolID(values["school"])
        guard let school = asked.map({ asked in schools.first { $0.id == asked } }) ?? schools.first else { throw NotFound() }
        let year = Int(values["year"]).flatMap { (2000...2100).contains($0) ? AcademicYear(starting: $0) : nil } ?? AcademicYear(containing: ask.today)
        return try pupilCosts(of: ask.pupil, at: school.id, in: year, for: ask.viewer, today: ask.today)
    }
}

private func lead(_ costs: SchoolCosts, _ record: PupilRecord, _ pupil: PupilID) -> HTML {
    guard case .against(let money, let cost) = costs.comparison(of: pupil), let over = costs.comparison(of: pupil).over else {
        return costs.hasPlace(pupil) ? "\(record.pupil.fullCalledName) has a place that is paid for as such, so there is nothing to compare the cost with. All places are compared as a whole with place funding and top-up."
            : "\(record.pupil.fullCalledName) has neither top-up nor an EHC plan in \(costs.year.description), so there is nothing to compare the cost with."
    }
    return "\(record.pupil.fullCalledName), \(costs.year.description): cost \(cost.description), money \(money.description), \(overInWords(over))."
}
