import Access
import AreaKit
import Basics
import Database
import Pages

/// One thing that the data protection officer does: a form that is opened, filled in and saved.
struct OfficerAct: Sendable {
    /// What the form shows; it throws `NotFound` where the row is not there.
    let form: @Sendable (Reader, Visit, RowID) throws -> OfficerForm
    /// Saves it, and says where to go next.
    let save: @Sendable (Writer, Visit, RowID, FormValues) throws -> Address
}

/// What a form shows.
struct OfficerForm: Sendable {
    let title: String
    var lead: HTML = ""
    let button: String
    let back: Address
    var start: [(name: String, text: String)] = []
    let fields: @Sendable (FormWriter) -> HTML
}

extension OfficerAct {
    /// About something that is there already.
    func routes(_ path: PagePath<RowID>) -> [Route] {
        [
            .read(path, .protectData) { visit, row in try await open(visit, path(row), row) },
            .send(path, .protectData) { visit, row in try await send(visit, path(row), row) },
        ]
    }

    /// About something new.
    func routes(_ path: PagePath< >) -> [Route] {
        [
            .read(path, .protectData) { visit in try await open(visit, path(), .new) },
            .send(path, .protectData) { visit in try await send(visit, path(), .new) },
        ]
    }

    private func open(_ visit: Visit, _ address: Address, _ row: RowID) async throws -> Answer {
        let form = try await visit.read { try self.form($0, visit, row) }
        // A link may bring the pupil along.
        var values = FormValues(form.start)
        if let upn = visit.request.query["upn"].nonEmpty { values.set("upn", upn) }
        return visit.page(form.title, at: "privacy", form.page(address, FormWriter(values)))
    }

    private func send(_ visit: Visit, _ address: Address, _ row: RowID) async throws -> Answer {
        let typed = visit.request.form
        do {
            return .goTo(try await visit.write { try save($0, visit, row, typed) })
        } catch let problems as Problems {
            let form = try await visit.read { try self.form($0, visit, row) }
            return visit.formAgain(form.title, at: "privacy", form.page(address, FormWriter(typed, problems)))
        }
    }
}

extension OfficerForm {
    fileprivate func page(_ address: Address, _ write: FormWriter) -> HTML {
        """
        \(crumbs(("Data protection", privacyPath())))\(write.summary)\(pageTitle(title, lead: lead))\
        \(Pages.form(address, button: button, back: back, fields(write)))
        """
    }
}

extension FormWriter {
    /// Sentences of the data protection officer.
    func sentences(_ name: String, _ label: String, hint: String? = nil) -> HTML { longText(name, label, hint: hint, rows: 3, aboutNobody: ()) }

    /// Sentences about a child, in somebody else's words.
    func sentences(aboutChild name: String, _ label: String, hint: String? = nil) -> HTML { longText(name, label, hint: hint, rows: 3, aboutChild: ChildNotice()) }

    /// Which pupil, by the number that stands on the school's lists, so that no name is typed.
    func upn(_ hint: String = "The pupil’s number, such as A999100121005. It stands on the school’s lists.") -> HTML { text("upn", "UPN", hint: hint) }
}

/// Choices of a short list of cases.
func choices<Case: RawRepresentable>(_ cases: [Case], _ label: (Case) -> String) -> [Choice] where Case.RawValue == String {
    cases.map { Choice($0.rawValue, label($0)) }
}
