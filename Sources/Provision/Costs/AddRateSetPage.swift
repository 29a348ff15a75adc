import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Adds the rates that a council takes in claims for top-up.
let addRateSetRoutes: [Route] = [
    .read(addRateSetPath, .keepCosts) { visit in
        guard try await visit.read({ try $0.keepsRates(visit.viewer) }) else { throw NotFound() }
        return page(visit, FormValues(), Problems())
    },
    .send(addRateSetPath, .keepCosts) { visit in
        let typed = visit.request.form
        do {
            let set = try await visit.write { writer in
                guard try writer.keepsRates(visit.viewer) else { throw NotFound() }
                return try writer.save(try AddRateSet(name: typed["name"], laCode: typed["la_code"]).applied(beside: writer.rateSets()))
            }
            return .goTo(setRatePath(set.id))
        } catch let problems as Problems {
            return page(visit, typed, problems)
        }
    },
]

private func page(_ visit: Visit, _ values: FormValues, _ problems: Problems) -> Answer {
    let write = FormWriter(values, problems), title = "Add the rates of a council"
    let body: HTML = """
        \(crumbs(("Costs", costsPath()), ("Hourly rates", ratesPath())))\(write.summary)\
        \(pageTitle(title, lead: "A claim for top-up can then show the same sessions at the council’s rates. The trust’s own costs stay as they are."))\
        \(form(addRateSetPath(), button: "Add it and set a rate", back: ratesPath(), """
            \(write.text("name", "The council’s name"))\(write.text("la_code", "Its three figures", hint: "As on the school census, such as 370."))
            """))
        """
    return problems.isEmpty ? visit.page(title, at: "provision", body) : visit.formAgain(title, at: "provision", body)
}
