import Basics
import Pages

/// What a browser sent about one event.
struct DatesForm {
    let event: StatutoryEvent
    let values: FormValues

    /// Nil where there is no such event.
    init?(_ values: FormValues) {
        guard let event = StatutoryEvent(rawValue: values["event"]) else { return nil }
        (self.event, self.values) = (event, values)
    }

    /// Whether nothing was typed, be it that the form was not sent yet.
    var isBlank: Bool { values.pairs.allSatisfy { $0.name == "event" || $0.text.trimmed.isEmpty } }
    var isSentBlank: Bool { isBlank && values.has("date") }

    var question: AskDates {
        let pairs = event.options.map { ($0, $0 == .closed ? closures : [values[$0.rawValue]]) }
        return AskDates(event.rawValue, on: values["date"], Dictionary(uniqueKeysWithValues: pairs))
    }

    /// The same question, answered as a file.
    var calendarAddress: Address {
        let asked = Dictionary(grouping: values.pairs.filter { names.contains($0.name) }, by: \.name)
        return names.sorted().reduce(datesCalendarPath()) { $0.asking([$1: asked[$1]?.first?.text]) }
    }

    func writer(_ problems: Problems) -> FormWriter { FormWriter(values, problems.beside(Self.firstClosed, insteadOf: DateOption.closed.rawValue)) }

    func html(_ problems: Problems) -> HTML {
        let write = writer(problems), options = event.options.map { field($0, write) }
        return """
            <form class="no-print" method="get" action="\(datesPath())" novalidate>\(write.hidden("event"))\(write.day("date", event.dayLabel))\(options)\
            <p class="actions"><button>Show the dates</button> <a href="\(datesPath())">Choose something else</a></p></form>
            """
    }

    private static let firstClosed = "closed-from", lastClosed = "closed-to"

    private var names: Set<String> { Set(event.options.map(\.rawValue) + ["event", "date", Self.firstClosed, Self.lastClosed]) }

    private var closures: [String] {
        let days = [values[Self.firstClosed], values[Self.lastClosed]]
        return days.allSatisfy { $0.trimmed.isEmpty } ? [] : [days.joined(separator: "..")]
    }

    private func field(_ option: DateOption, _ write: FormWriter) -> HTML {
        switch option.kind(for: event) {
        case .day: write.day(option.rawValue, option.label, hint: "Leave it empty where you do not know it.")
        case .yes: write.checkbox(option.rawValue, Choice("yes", option.label))
        case .closures: closureFields(write)
        case .choice(let choices): write.select(option.rawValue, option.label, [Choice("", option.isNeeded ? "Choose" : "As usual")] + choices.map { Choice($0.key, $0.label) })
        }
    }

    private func closureFields(_ write: FormWriter) -> HTML {
        """
        <details\(values[Self.firstClosed].isEmpty && values[Self.lastClosed].isEmpty ? "" : " open")><summary>The school is closed for a holiday</summary>\
        <p>Holidays move no date. A closure of four weeks or more may excuse the LA, and the school may have to do its part sooner.</p>\
        \(write.day(Self.firstClosed, "First closed day"))\(write.day(Self.lastClosed, "Last closed day"))</details>
        """
    }
}

extension Problems {
    /// The same with what is wrong of one field said beside another.
    fileprivate func beside(_ field: String, insteadOf other: String) -> Problems {
        list.reduce(into: Problems()) { $0.add($1.field == other ? field : $1.field, $1.message) }
    }
}
