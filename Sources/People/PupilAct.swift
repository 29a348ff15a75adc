import Access
import AreaKit
import Basics
import Database
import Pages

/// One thing a person does about a pupil: a form that is opened, filled in and saved.
///
/// The form carries what its reader has seen of the record. Where somebody else changed that meanwhile, the
/// answer is 409 with the other's words beside one's own, and nothing is saved.
public struct PupilAct: Sendable {
    /// The tables that it is about.
    let about: [String]
    /// Who may do it: those who may do this with the pupil.
    let needs: Permission
    /// What stands in the form when it is opened.
    let start: @Sendable (Reader, PupilRecord, PupilQuestion) throws -> [(name: String, text: String)]
    let form: @Sendable (Reader, PupilRecord, PupilQuestion, FormWriter) throws -> PupilForm
    /// Saves it, and says where the browser goes next.
    let save: @Sendable (Writer, PupilRecord, PupilQuestion, FormValues) throws -> Address

    /// An act of any area. No field of its form may be called `seen`: the form itself carries by that name what its reader
    /// has seen of the record.
    /// - Parameter save: saves it, and says where the browser goes next.
    public init(
        about: [String], needs: Permission,
        start: @escaping @Sendable (Reader, PupilRecord, PupilQuestion) throws -> [(name: String, text: String)] = { _, _, _ in [] },
        form: @escaping @Sendable (Reader, PupilRecord, PupilQuestion, FormWriter) throws -> PupilForm,
        goingTo save: @escaping @Sendable (Writer, PupilRecord, PupilQuestion, FormValues) throws -> Address
    ) {
        (self.about, self.needs, self.start, self.form, self.save) = (about, needs, start, form, save)
    }

    /// An act of the register, after which the pupil's page says what is saved.
    /// - Parameter saved: the word under which it says so.
    init(
        about: [String], saved: String, start: @escaping @Sendable (PupilRecord, PupilQuestion) throws -> [(name: String, text: String)] = { _, _ in [] },
        form: @escaping @Sendable (PupilRecord, PupilQuestion, FormWriter) throws -> PupilForm,
        save: @escaping @Sendable (Writer, PupilRecord, PupilQuestion, FormValues) throws -> Void
    ) {
        self.init(about: about, needs: .changeRegister, start: { try start($1, $2) }, form: { try form($1, $2, $3) }) { writer, record, ask, typed in
            try save(writer, record, ask, typed)
            return pupilPath(ask.pupil).asking(["saved": saved])
        }
    }
}

/// Who asks, about whom, about which row of the record, on which day.
public struct PupilQuestion: Sendable {
    public let viewer: Viewer
    public let pupil: PupilID
    public var row: RowID?
    public let today: Day
    /// What the address of the form asks.
    public var query = FormValues()
    /// What was typed, and what is wrong with it.
    public var typed = FormValues()
    public var problems = Problems()
    /// What stands above each box in which somebody may write about the pupil.
    public var notice = ChildNotice()
}

/// What a form shows.
public struct PupilForm: Sendable {
    let title: String
    let lead: HTML
    let button: String
    let fields: HTML

    /// - Parameter lead: the line under the title; who it is and their SEN status where it is left out.
    public init(title: String, lead: HTML = "", button: String, fields: HTML) {
        (self.title, self.lead, self.button, self.fields) = (title, lead, button, fields)
    }
}

extension PupilAct {
    public func routes(_ path: PagePath<PupilID>) -> [Route] {
        [
            .read(path, needs) { visit, pupil in try await open(visit, path(pupil), visit.asks(pupil)) },
            .send(path, needs) { visit, pupil in try await send(visit, path(pupil), visit.asks(pupil)) },
        ]
    }

    public func routes(_ path: PagePath<PupilID, RowID>) -> [Route] {
        [
            .read(path, needs) { visit, pupil, row in try await open(visit, path(pupil, row), visit.asks(pupil, row)) },
            .send(path, needs) { visit, pupil, row in try await send(visit, path(pupil, row), visit.asks(pupil, row)) },
        ]
    }

    private func open(_ visit: Visit, _ address: Address, _ ask: PupilQuestion) async throws -> Answer {
        try await visit.read { reader in
            let record = try self.record(reader, ask)
            return try page(visit, reader, record, address, ask, FormValues(start(reader, record, ask)), 200)
        }
    }

    private func send(_ visit: Visit, _ address: Address, _ ask: PupilQuestion) async throws -> Answer {
        let typed = visit.request.form
        do {
            return .goTo(try await visit.write { try apply($0, ask, typed) })
        } catch let problems as Problems {
            return try await again(visit, address, ask, typed, 422, problems: problems)
        } catch let overtaken as Overtaken {
            return try await again(visit, address, ask, typed, 409, overtaken.notice)
        }
    }

    /// Does it, for a page as for a program.
    @discardableResult
    public func apply(_ writer: Writer, _ ask: PupilQuestion, _ typed: FormValues) throws -> Address {
        let record = try record(writer, ask)
        try writer.refuseOvertaken(record.pupil, in: about, seen: typed["seen"])
        return try save(writer, record, ask, typed)
    }

    /// - Throws: `NotFound` where the pupil is not in sight, or is another school's by now.
    private func record(_ reader: Reader, _ ask: PupilQuestion) throws -> PupilRecord {
        let record = try reader.pupilRecord(ask.pupil, for: ask.viewer, on: ask.today)
        guard try reader.powers(of: ask.viewer, over: ask.pupil, on: ask.today).contains(needs) else { throw NotFound() }
        return record
    }

    private func again(
        _ visit: Visit, _ address: Address, _ ask: PupilQuestion, _ typed: FormValues, _ status: Int, _ notice: HTML = "", problems: Problems = Problems()
    ) async throws -> Answer {
        var ask = ask
        ask.problems = problems
        return try await visit.read { [ask] reader in
            let record = try reader.pupilRecord(ask.pupil, for: ask.viewer, on: ask.today)
            return try page(visit, reader, record, address, ask, typed, status, notice)
        }
    }

    private func page(
        _ visit: Visit, _ reader: Reader, _ record: PupilRecord, _ address: Address, _ ask: PupilQuestion, _ typed: FormValues, _ status: Int, _ notice: HTML = ""
    ) throws -> Answer {
        // A refused form keeps what it had seen; one that was overtaken has now seen the rest.
        var values = typed
        if status != 422 || !typed.has("seen") { values.set("seen", "\(try reader.lastEntry(of: ask.pupil, in: about))") }
        let write = FormWriter(values, ask.problems), pupil = record.pupil
        var ask = ask
        ask.typed = values
        ask.notice = try visit.childNotice(reader, record, form: address)
        let form = try form(reader, record, ask, write)
        let lead: HTML = form.lead.isEmpty ? "\(pupil.fullCalledName). Now: \(statusTag(record.register.provision(on: ask.today)?.provision))" : form.lead
        return visit.page(status == 200 ? form.title : "Problem: \(form.title)", at: "pupils", status: status, """
            \(crumbs(("SEND register", registerPath()), (pupil.name, pupilPath(pupil.id))))\(notice)\(write.summary)\(pageTitle(form.title, lead: lead))\
            \(Pages.form(address, button: form.button, back: pupilPath(pupil.id), aboutChild: ask.notice, write.hidden("seen") + form.fields))
            """)
    }
}

extension Visit {
    public func asks(_ pupil: PupilID, _ row: RowID? = nil) -> PupilQuestion {
        PupilQuestion(viewer: viewer, pupil: pupil, row: row, today: today, query: request.query)
    }
}

extension PupilQuestion {
    /// The row that the address names, among those that may be meant.
    public func chosen<Part: Recorded>(_ parts: [Part]) throws -> Part where Part.Identity == Mark.Row {
        guard let part = parts.first(where: { $0.id == row }) else { throw NotFound() }
        return part
    }
}
