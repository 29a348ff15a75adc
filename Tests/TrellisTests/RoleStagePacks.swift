import Basics
import Database
import People
import Stage
@testable import Statutory

extension Stage {
    /// A pack of council 999 with a form of its own, made once, however many pupils there are.
    func pack() async throws -> [String: Int] {
        try await act { writer in
            let held = try writer.heldPack("999", begins: true)
            if held.pack == nil { try writer.save(KeepPack(["office": "SEND team", "portal": "https://send.example.org"], checkedOn: writer.act.today), of: held) }
            if let form = held.forms.first { return ["forms": form.id.rawValue] }
            let ours = OurForm.assessmentRequest, form = try writer.save(AddForm(.request, title: ours.title), CheckedForm(ours.bytes), named: "request.docx", to: "999")
            return ["forms": try writer.save(UseForm(from: writer.act.today, hasSeenFaults: false).applied(to: form, faults: 0, today: writer.act.today)).id.rawValue]
        }
    }
}
