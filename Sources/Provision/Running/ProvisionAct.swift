import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// One thing a person does about a provision: a form that is opened, filled in and saved. What is wrong stands beside its
/// field and what was typed stays (422); where somebody else changed the provision meanwhile, nothing is saved and the
/// form is shown once more (409). Buttons that only help to fill it in bring it back as it was typed.
struct ProvisionAct: Sendable {
    /// What it takes beyond seeing the provision.
    let needs: Permission
    /// The pupil about whom sentences are written; the only one of the provision where it is left out.
    var about: @Sendable (SeenProvision, ProvisionQuestion) throws -> PupilID? = { seen, _ in seen.onlyPupil }
    /// What stands in the form when it is opened.
    var start: @Sendable (Reader, SeenProvision, ProvisionQuestion) throws -> [(name: String, text: String)] = { _, _, _ in [] }
    let form: @Sendable (Reader, SeenProvision, ProvisionQuestion, FormWriter) throws -> ProvisionForm
    /// - Returns: the word under which the provision's page says what was saved.
    let save: @Sendable (Writer, SeenProvision, ProvisionQuestion, FormValues) throws -> String
    /// Where one goes on; the provision's page where it is left out.
    var next: @Sendable (SeenProvision, _ saved: String) -> Address = { seen, saved in provisionPath(seen.run.id).asking(["saved": saved]) }
}

/// Who asks, about which row of a provision, on which day.
struct ProvisionQuestion: Sendable {
    let viewer: Viewer
    let today: Day
    var row: RowID?
    /// What was typed.
    var typed = FormValues()
    /// What stands above each box in which somebody may write about a pupil.
    var notice = ChildNotice()

    init(_ visit: Visit, row: RowID? = nil) { (viewer, today, self.row) = (visit.viewer, visit.today, row) }
}

/// What a form shows.
struct ProvisionForm: Sendable {
    let title: String
    let button: String
    let fields: HTML
}

extension ProvisionAct {
    func routes(_ path: PagePath<ProvisionID>) -> [Route] {
        [
            .read(path, needs) { visit, run in try await open(visit, run, path(run), ProvisionQuestion(visit)) },
            .send(path, needs) { visit, run in try await send(visit, run, path(run), ProvisionQuestion(visit)) },
        ]
    }

    func routes(_ path: PagePath<ProvisionID, RowID>) -> [Route] {
        [
            .read(path, needs) { visit, run, row in try await open(visit, run, path(run, row), ProvisionQuestion(visit, row: row)) },
            .send(path, needs) { visit, run, row in try await send(visit, run, path(run, row), ProvisionQuestion(visit, row: row)) },
        ]
    }

    private func open(_ visit: Visit, _ run: ProvisionID, _ address: Address, _ ask: ProvisionQuestion) async throws -> Answer {
        try await visit.read { reader in
            let seen = try reader.provision(run, for: ask.viewer, who: needs, on: ask.today)
            return try page(visit, reader, seen, address, ask, FormValues(start(reader, seen, ask)), Problems(), 200)
        }
    }

    private func send(_ visit: Visit, _ run: ProvisionID, _ address: Address, _ ask: ProvisionQuestion) async throws -> Answer {
        let typed = visit.request.form.withTimesInOrder
        if typed.asksForHelp { return try await again(visit, run, address, ask, typed.helped, Problems(), 200) }
        return try await visit.save { writer in
            let seen = try writer.provision(run, for: ask.viewer, who: needs, on: ask.today)
            try seen.whole.refuseOvertaken(seen: typed["seen"])
            return next(seen, try save(writer, seen, ask, typed))
        } again: { try await again(visit, run, address, ask, typed, $0, $1) }
    }

    private func again(_ visit: Visit, _ run: ProvisionID, _ address: Address, _ ask: ProvisionQuestion, _ typed: FormValues, _ problems: Problems, _ status: Int) async throws -> Answer {
        try await visit.read { reader in
            let seen = try reader.provision(run, for: ask.viewer, who: needs, on: ask.today)
            var values = typed
            if status == 409 { values.set("seen", seen.whole.mark) }
            // Sent once more it is another.
            if status == 409, values.has("once") { values.set("once", "") }
            return try page(visit, reader, seen, address, ask, values, problems, status)
        }
    }

    private func page(_ visit: Visit, _ reader: Reader, _ seen: SeenProvision, _ address: Address, _ ask: ProvisionQuestion, _ typed: FormValues, _ problems: Problems, _ status: Int) throws -> Answer {
        var ask = ask, values = typed
        if let pupil = try about(seen, ask) { ask.notice = try visit.childNotice(reader, pupil, form: address) }
        if !values.has("seen") { values.set("seen", seen.whole.mark) }
        ask.typed = values
        let write = FormWriter(values, problems), form = try form(reader, seen, ask, write)
        return visit.page(status == 200 ? form.title : "Problem: \(form.title)", at: "provision", status: status, """
            \(provisionCrumbs(seen))\(write.summary)\(pageTitle(form.title, lead: "\(seen.run.name) · \(seen.daysInWords)"))\
            \(Pages.form(address, button: form.button, back: provisionPath(seen.run.id), aboutChild: ask.notice, enterButton(form.button) + write.hidden("seen") + form.fields))
            """)
    }
}

extension SeenProvision {
    /// The one pupil in it, where there is one alone and the viewer may see them.
    var onlyPupil: PupilID? {
        let all = Set(whole.members.map(\.pupil))
        return all.count == 1 ? all.first.flatMap { pupils[$0]?.id } : nil
    }

    /// `from 7 September 2026, planned to 18 December 2026`.
    var daysInWords: String {
        if let ended = run.endedOn { return Spell(starts: run.starts, ends: ended).inWords }
        return "from \(run.starts.inWords)" + (run.plannedEnd.map { ", planned to \($0.inWords)" } ?? "")
    }
}

extension WholeProvision {
    /// What one must have seen of a provision to decide about it: the versions of all that belongs to it.
    var mark: String {
        let weeks = patterns.flatMap { ["w\($0.id)-\($0.version)"] + $0.times.map { "t\($0.id)-\($0.version)" } }
        return (["\(run.version)"] + weeks + members.map { "m\($0.id)-\($0.version)" } + outcomes.map { "o\($0.id)" }).joined(separator: ".")
    }

    /// - Parameter seen: the mark as the form carried it; empty from a program that did not look first.
    func refuseOvertaken(seen: String) throws {
        if seen.isEmpty || seen == mark { return }
        throw FormOvertaken("Somebody else changed this provision while you had it open. It now has \(count(members.count { $0.spell.ends == nil }, "pupil")) and \(count(patterns.last?.times.count ?? 0, "time")) a week\(run.isRunning ? "" : ", and it has ended"). Nothing of yours is saved yet; what you typed is below. Look at the provision in another window, then save again if it is still right.")
    }
}

/// Where a page about a provision lies.
func provisionCrumbs(_ seen: SeenProvision) -> HTML {
    crumbs(("Provision", mapPath()), (seen.run.name, provisionPath(seen.run.id)))
}

/// The Enter key presses the first button of a form: here the one that saves, and none of those that help to fill it in.
func enterButton(_ words: String) -> HTML { "<input type=\"submit\" class=\"unseen\" tabindex=\"-1\" aria-hidden=\"true\" value=\"\(words)\">" }

extension FormValues {
    /// Whether a button was pressed that saves nothing: one more time, other pupils to tick, or a look at the times.
    var asksForHelp: Bool { ["more", "show", "check"].contains(where: has) }

    /// The same as it comes back after such a button.
    var helped: FormValues {
        var values = self
        if has("more") {
            values.set("rows", "\(rows + 1)")
            // As long as the time before, until somebody says otherwise.
            values.set("minutes_\(rows)", self["minutes_\(rows - 1)"])
        }
        return values
    }
}
