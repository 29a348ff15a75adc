/// Looks over the fields of a form.
struct FormCheck {
    let names: FieldNames

    func faults(_ marks: [FieldMark], openBraces: Int) -> [FormFault] {
        var faults: [FormFault] = [], lists: [FieldMark] = []
        for mark in marks {
            switch mark.kind {
            case .value: if !isKnown(mark.name, lists) { faults.append(unknown(mark)) }
            case .opens:
                if !names.hasEntries(mark.name), !names.contains(mark.name) { faults.append(unknown(mark)) }
                lists.append(mark)
            case .closes:
                if let place = lists.lastIndex(where: { $0.name == mark.name }) { lists.remove(at: place) } else { faults.append(notOpened(mark)) }
            }
        }
        faults += lists.map(notClosed)
        if openBraces > 0 { faults.append(FormFault(field: "", nearest: nil, message: "Two braces {{ are opened and not closed on the same line. Type }} after the name of the field.")) }
        return faults.enumerated().filter { place, fault in !faults[..<place].contains(fault) }.map(\.element)
    }

    private func isKnown(_ name: String, _ lists: [FieldMark]) -> Bool {
        names.contains(name) || lists.contains { names.contains($0.name + "." + name) }
    }

    private func unknown(_ mark: FieldMark) -> FormFault {
        let nearest = names.nearest(to: mark.kind == .value ? mark.typed : String(mark.typed.dropFirst()))
        let advice = nearest.map { "Did you mean \($0)?" } ?? "Look the name up in the list of fields."
        return FormFault(field: mark.typed, nearest: nearest, message: "\(mark.typed.prefix(60)) is not a field that Trellis knows. \(advice)")
    }

    private func notOpened(_ mark: FieldMark) -> FormFault {
        FormFault(field: mark.typed, nearest: nil, message: "{{\(mark.typed.prefix(60))}} ends a list that does not begin. Type {{#\(mark.name.prefix(60))}} before it.")
    }

    private func notClosed(_ mark: FieldMark) -> FormFault {
        FormFault(field: mark.typed, nearest: nil, message: "{{\(mark.typed.prefix(60))}} begins a list that does not end. Type {{/\(mark.name.prefix(60))}} after it.")
    }
}
