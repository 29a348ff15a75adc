import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Sets a rate from a day on, or puts one right.
let keepRateRoutes: [Route] = [
    .read(setRatePath, .keepCosts) { visit, set in
        let (set, rates) = try await visit.read { try $0.rateSetToKeep(set, visit.viewer) }
        return page(visit, set, nil, start(set, rates, visit), Problems())
    },
    .send(setRatePath, .keepCosts) { visit, set in try await send(visit, set, nil) },
    .read(correctRatePath, .keepCosts) { visit, set, rate in
        let (set, rate) = try await visit.read { try $0.rateToKeep(set, rate, visit.viewer) }
        return page(visit, set, rate, rate.form, Problems())
    },
    .send(correctRatePath, .keepCosts) { visit, set, rate in try await send(visit, set, rate) },
]

private func send(_ visit: Visit, _ set: RateSetID, _ rate: RowID?) async throws -> Answer {
    let typed = visit.request.form
    return try await visit.save { writer in
        let rates = try writer.rateSetToKeep(set, visit.viewer).rates, before = try rate.map { try writer.rateToKeep(set, $0, visit.viewer).rate }
        if let before, typed.has("seen"), typed["seen"] != "\(before.version)" { throw FormOvertaken(Problems()) }
        try writer.save(try typed.rate().applied(to: before, in: set, beside: rates))
        return ratesPath().asking(["saved": "rate"]).at("set-\(set)")
    } again: { problems, status in
        let (set, before) = try await visit.read { reader in try (reader.rateSetToKeep(set, visit.viewer).set, rate.map { try reader.rateToKeep(set, $0, visit.viewer).rate }) }
        return status == 409 ? overtaken(visit, set, before, typed) : page(visit, set, before, typed, problems)
    }
}

extension Reader {
    fileprivate func rateToKeep(_ set: RateSetID, _ rate: RowID, _ viewer: Viewer) throws -> (set: RateSet, rate: StaffRate) {
        let (set, rates) = try rateSetToKeep(set, viewer)
        guard let rate = rates.first(where: { $0.id == rate }) else { throw NotFound() }
        return (set, rate)
    }
}

/// The form as it is opened: with what holds now for the role that the address asks about.
private func start(_ set: RateSet, _ rates: [StaffRate], _ visit: Visit) -> FormValues {
    let role = visit.request.query["role"], holding = RateTable(rates).rate(for: role, on: visit.today)
    var values = holding?.form ?? FormValues([("paid_weeks", set.laCode.isEmpty ? "" : "1"), ("worked_weeks", set.laCode.isEmpty ? "" : "1"), ("on_cost", "0"), ("non_contact", "0")])
    values.set("role", role)
    values.set("starts", "")
    values.set("seen", "")
    return values
}

extension StaffRate {
    fileprivate var form: FormValues {
        FormValues([
            ("role", role), ("starts", starts.description), ("contract_hourly", contractHourly.typed), ("paid_weeks", Self.number(paidWeeks)), ("worked_weeks", Self.number(workedWeeks)),
            ("on_cost", Self.number(onCost)), ("non_contact", Self.number(nonContact)), ("seen", "\(version)"),
        ])
    }
}

extension FormValues {
    fileprivate func rate() throws -> KeepRate {
        KeepRate(role: self["role"], starts: try dayIfAny("starts"), contractHourly: typedPounds("contract_hourly"), paidWeeks: typedHundredths("paid_weeks"), workedWeeks: typedHundredths("worked_weeks"),
                 onCost: self["on_cost"].trimmed.isEmpty ? 0 : typedHundredths("on_cost"), nonContact: self["non_contact"].trimmed.isEmpty ? 0 : typedHundredths("non_contact"))
    }
}

private func overtaken(_ visit: Visit, _ set: RateSet, _ rate: StaffRate?, _ typed: FormValues) -> Answer {
    var values = typed
    rate.map { values.set("seen", "\($0.version)") }
    let now: HTML = rate.map { "<p>It stands there now: \($0.formula), from \($0.starts.inWords).</p>" } ?? ""
    let above: HTML = """
        <div class="problems" role="alert" id="problems" tabindex="-1"><h2>Somebody else changed this while you had it open</h2>\(now)\
        <p>Nothing of yours is saved yet. What you typed is still below. Save it again if it is still right.</p></div>
        """
    return page(visit, set, rate, values, Problems(), status: 409, above)
}

private func page(_ visit: Visit, _ set: RateSet, _ rate: StaffRate?, _ values: FormValues, _ problems: Problems, status: Int = 200, _ above: HTML = "") -> Answer {
    let write = FormWriter(values, problems), title = rate == nil ? "Set a rate" : "Correct a rate"
    let lead: HTML = rate == nil ? "\(set.name). What was set before stays for the days before." : "\(set.name). Costs of the days on which this rate held change with it. For a new rate, set one from a day on."
    let roles = [Choice("", "Choose")] + StaffRole.all.filter { !$0.isExternal }.map { Choice($0.key, $0.label) }
    let body: HTML = """
        \(crumbs(("Costs", costsPath()), ("Hourly rates", ratesPath())))\(above)\(write.summary)\(pageTitle(title, lead: lead))\
        \(form(rate.map { correctRatePath(set.id, $0.id) } ?? setRatePath(set.id), button: rate == nil ? "Set this rate" : "Save the correction", back: ratesPath(), """
            \(write.select("role", "Role", roles))\(write.day("starts", "From which day does it hold?", hint: "Sessions of earlier days keep the rate of their day."))\
            \(write.text("contract_hourly", "Pounds an hour, as the contract says", hint: "Such as 13.26."))\
            \(write.text("paid_weeks", "Weeks paid in a year", hint: "Term-time contracts: about 44.8. Where the sum is a flat rate: the same as the weeks worked."))\
            \(write.text("worked_weeks", "Weeks worked in a year", hint: "Such as 39."))\
            \(write.text("on_cost", "On-cost in percent", hint: "National Insurance and pension. Empty: none."))\
            \(write.text("non_contact", "Share of the time without pupils, in percent", hint: "Such as 10 for a teacher. Empty: none."))\(write.hidden("seen"))
            """))
        """
    if status != 200 { return visit.page("Problem: \(title)", at: "provision", status: status, body) }
    return problems.isEmpty ? visit.page(title, at: "provision", body) : visit.formAgain(title, at: "provision", body)
}
