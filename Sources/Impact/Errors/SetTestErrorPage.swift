import Access
import AreaKit
import Basics
import Database
import Measures
import Pages
import People

let testErrorRoutes: [Route] = keptErrorRoutes(setTestErrorPath, opening: { scale, today in
    let known = scale.inForce(on: today)
    return FormValues([
        ("starts", AcademicYear(containing: today).previous.firstDay.description), ("error", known?.measurementError.map { "\($0)" } ?? ""),
        ("retest", known?.retest.map { "\($0)" } ?? ""), ("source", known?.source ?? ""),
    ])
}, page: setPage) { scale, typed, today in
    try SetTestError(error: typed["error"], retest: typed["retest"], source: typed["source"], starts: try typed.day("starts")).applied(to: scale.scale, of: scale.instrument, today: today)
} + keptErrorRoutes(endTestErrorPath, opening: { _, today in FormValues([("starts", today.description)]) }, page: endPage) { scale, typed, today in
    guard let last = scale.errors.last else { throw Problems("", "Nothing is said of its error, so nothing is left to end.") }
    return try EndTestError(because: typed["because"], starts: try typed.day("starts")).applied(to: last, today: today)
}

/// A form about the error of a scale: opened, checked, and saved as one more row.
private func keptErrorRoutes(_ path: PagePath<InstrumentID>, opening: @escaping @Sendable (ScaleErrors, Day) -> FormValues, page: @escaping @Sendable (ScaleErrors, FormWriter) -> (title: String, form: HTML),
                             change: @escaping @Sendable (ScaleErrors, FormValues, Day) throws -> Change<TestError>) -> [Route] {
    let answer = { @Sendable (visit: Visit, scale: ScaleErrors, typed: FormValues, problems: Problems, status: Int) in
        var values = typed
        values.set("scale", scale.scale.key)
        if !typed.has("seen") || status == 409 { values.set("seen", scale.mark) }
        let write = FormWriter(values, problems), (title, fields) = page(scale, write)
        return visit.page(problems.isEmpty ? title : "Problem: \(title)", at: "results", status: status, """
            \(crumbs(("Tests", cataloguePath()), (scale.instrument.name, instrumentPath(scale.instrument.id))))\(write.summary)\(pageTitle(title, lead: "\(scale.instrument.name): \(scale.scale.name)"))\
            \(form(path(scale.instrument.id), button: "Save", back: instrumentPath(scale.instrument.id), "\(write.hidden("scale"))\(write.hidden("seen"))\(fields)"))
            """)
    }
    return [
        .read(path, .keepSchool) { visit, id in
            let key = visit.request.query["scale"]
            return try await visit.read { reader in
                let scale = try reader.scaleErrorsToKeep(id, key, visit.viewer)
                return answer(visit, scale, opening(scale, visit.today), Problems(), 200)
            }
        },
        .send(path, .keepSchool) { visit, id in
            let typed = visit.request.form
            return try await visit.save { writer in
                let scale = try writer.scaleErrorsToKeep(id, typed["scale"], visit.viewer)
                if typed.has("seen"), typed["seen"] != scale.mark { throw FormOvertaken("Somebody else changed this while you had it open. Nothing of yours is saved yet. Look at the test’s page, then save again if it is still right.") }
                try writer.save(try change(scale, typed, visit.today))
                return instrumentPath(id).asking(["saved": "error"]).at("error")
            } again: { problems, status in
                try await visit.read { answer(visit, try $0.scaleErrorsToKeep(id, typed["scale"], visit.viewer), typed, problems, status) }
            }
        },
    ]
}

@Sendable private func setPage(_ scale: ScaleErrors, _ write: FormWriter) -> (title: String, form: HTML) {
    ("Set the error of the scores", """
        <div class="grid">\(write.text("error", "Standard error of measurement", hint: "In \(scale.scale.kind == .months ? "months" : "points") of the scale, such as 3.4."))\
        \(write.text("retest", "How two sittings agree", hint: "The retest correlation, from 0 to 1, such as 0.92."))</div>\
        \(write.longText("source", "Where does it stand?", hint: "The manual, its edition and page.", rows: 2, aboutNobody: ()))\
        \(write.day("starts", "From which day?", hint: "Support that ended from this day on is judged by it."))
        """)
}

@Sendable private func endPage(_ scale: ScaleErrors, _ write: FormWriter) -> (title: String, form: HTML) {
    ("End the error of the scores", """
        <p>\(scale.errors.last?.inWords(on: scale.scale) ?? "Nothing is said of it.")</p>\(write.longText("because", "Why is it no longer right?", rows: 2, aboutNobody: ()))\
        \(write.day("starts", "From which day?", hint: "What ended before stays judged by it."))
        """)
}
