import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// How costs are shared, and what is far from the money: of the trust, and of one school.
let costSettingsRoutes: [Route] = [
    .read(trustCostSettingsPath, .keepCosts) { visit in try await open(visit, nil) },
    .send(trustCostSettingsPath, .keepCosts) { visit in try await send(visit, nil) },
    .read(schoolCostSettingsPath, .keepCosts) { visit, school in try await open(visit, school) },
    .send(schoolCostSettingsPath, .keepCosts) { visit, school in try await send(visit, school) },
]

private func address(_ school: SchoolID?) -> Address { school.map { schoolCostSettingsPath($0) } ?? trustCostSettingsPath() }

private func open(_ visit: Visit, _ school: SchoolID?) async throws -> Answer {
    try await visit.read { reader in
        let settings = try reader.settingsToKeep(of: school, visit.viewer)
        return try page(visit, reader, school, settings, FormValues([("base", settings.base(on: visit.today).rawValue), ("share", "\(settings.share(on: visit.today))")]), Problems(), 200)
    }
}

private func send(_ visit: Visit, _ school: SchoolID?) async throws -> Answer {
    let typed = visit.request.form
    return try await visit.save { writer in
        let settings = try writer.settingsToKeep(of: school, visit.viewer)
        if typed.has("seen"), typed["seen"] != settings.mark(of: school) {
            throw FormOvertaken("Somebody else set this while you had it open: what is set now stands below. Nothing of yours is saved yet; what you typed is still here. Save it again if it is still right.")
        }
        let setting = SetCostSetting(starts: try typed.dayIfAny("starts"), base: CostBase(rawValue: typed["base"]), share: Int(typed["share"].trimmed))
        try writer.save(try setting.applied(to: school, beside: school == nil ? settings.trusts : settings.own))
        return address(school).asking(["saved": "yes"])
    } again: { problems, status in
        try await visit.read { try page(visit, $0, school, $0.settingsToKeep(of: school, visit.viewer), typed, problems, status) }
    }
}

extension Reader {
    /// What a school has set, with what the trust has; for those who keep its costs, or those of every school.
    fileprivate func settingsToKeep(of school: SchoolID?, _ viewer: Viewer) throws -> CostSettings {
        guard try school.map({ viewer.may(.keepCosts, at: $0) }) ?? keepsRates(viewer) else { throw NotFound() }
        let condition: SQL = school.map { "school_id = \($0) OR school_id IS NULL" } ?? "school_id IS NULL"
        return CostSettings(try all(CostSetting.self, "WHERE \(condition) ORDER BY starts"), of: school)
    }
}

extension CostSettings {
    /// What one must have seen to add to what the school, or the trust, has set.
    fileprivate func mark(of school: SchoolID?) -> String { (school == nil ? trusts : own).map { "\($0.id)-\($0.version)" }.joined(separator: ".") }
}

private func page(_ visit: Visit, _ reader: Reader, _ school: SchoolID?, _ settings: CostSettings, _ typed: FormValues, _ problems: Problems, _ status: Int) throws -> Answer {
    var values = typed
    if status == 409 || !values.has("seen") { values.set("seen", settings.mark(of: school)) }
    let write = FormWriter(values, problems), place = try school.map { try reader.schoolInSight($0, of: visit.viewer).name }
    let title = place.map { "How costs are shared at \($0)" } ?? "How costs are shared in the trust", own = school == nil ? settings.trusts : settings.own
    let bases = [Choice(CostBase.planned.rawValue, CostBase.planned.label, hint: "The school bears the places that are not filled."), Choice(CostBase.present.rawValue, CostBase.present.label, hint: "Where nobody came, the school bears all.")]
    let saved: HTML = visit.request.query["saved"].isEmpty ? "" : notice("Saved. Every figure says on what it is shared.")
    let body: HTML = """
        \(crumbs(("Costs", costsPath().asking(["school": school.map { "\($0)" }]))))\(saved)\(write.summary)\
        \(pageTitle(title, lead: "A setting holds from a day on, and costs of the days before stay as they were. \(school == nil ? "A school’s own setting goes before this one." : "The school’s own setting goes before the trust’s.")"))\
        \(form(address(school), button: "Save this setting", back: costsPath().asking(["school": school.map { "\($0)" }]), """
            \(write.radios("base", "On what is the cost of a group shared?", bases))\
            \(write.text("share", "From how many percent of the money on does somebody say why a cost is over or under?", hint: "A whole number, such as 10."))\
            \(write.day("starts", "From which day does this hold?", hint: "A day that has a setting already gets this one in its place."))\(write.hidden("seen"))
            """))\(history(own, trusts: school == nil ? [] : settings.trusts))
        """
    return visit.page(status == 200 ? title : "Problem: \(title)", at: "provision", status: status, body)
}

private func history(_ own: [CostSetting], trusts: [CostSetting]) -> HTML {
    let lines = { (settings: [CostSetting]) -> [HTML] in
        settings.reversed().map { "<li>From \($0.starts.inWords): \($0.base.label); words from \($0.share) % on</li>" }
    }
    let usual: HTML = "<li>Before that: \(CostBase.planned.label); words from \(CostComparison.usualShare) % on</li>"
    if own.isEmpty { return card("What holds now", "<p>Nothing of its own is set.</p><ul>\(lines(trusts))\(usual)</ul>") }
    return card("What has been set", "<ul>\(lines(own))\(trusts.isEmpty ? usual : "<li>Before that: as the trust has it</li>")</ul>")
}
