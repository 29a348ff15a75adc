import Basics
import Database
import Pages
import People

/// What came back from the long page: the parts that this person touched, and an outcome to be added.
struct WrittenPlan: Sendable {
    let sections: [WriteSection]
    /// Parts that somebody else changed since the page was opened, and this person, too, in another way.
    let met: [PlanPart]
    private let typed: FormValues

    init(_ typed: FormValues, _ whole: WholePlan) {
        let acts = whole.kind.parts.map(\.part).compactMap { typed.section($0, whole) }
        let touched = acts.filter { typed[$0.part.markField] != $0.mark && $0.mark != whole.mark(of: $0.part) }
        met = touched.map(\.part).filter { typed.has($0.markField) && typed[$0.markField] != whole.mark(of: $0) }
        (sections, self.typed) = (touched, typed)
    }

    /// The outcome that was typed; nil where nothing was.
    func outcome() throws -> KeepOutcome? {
        ["words", "measure", "baseline", "target", "due", "owner"].contains { !typed[$0].trimmed.isEmpty } ? try typed.keepOutcome() : nil
    }
}

extension PlanPart {
    /// The field that carries what its reader saw of the part.
    var markField: String { "seen-\(key)" }

    /// Where the page goes on after a part was saved.
    static func nextAnchor(after key: String) -> String { "part-\(key == "all" || key.isEmpty ? PlanPart.all[0].key : key)" }
}

extension FormValues {
    /// What was typed into one part; nil where the form did not hold it.
    fileprivate func section(_ part: PlanPart, _ whole: WholePlan) -> WriteSection? {
        guard has(part.markField) else { return nil }
        let areas = part.content == .barriers ? whole.scheme.areas.map(\.key) : part.content == .outcomes ? [] : [""]
        let words = Dictionary(areas.map { ($0, self[part.field($0)]) }) { $1 }
        let state: PlanSection.State? = has(part.noneField) ? .notNeeded : has(part.laterField) ? .inProgress : nil
        return WriteSection(part, words, state: state)
    }

    func keepOutcome() throws -> KeepOutcome {
        KeepOutcome(words: self["words"], measure: self["measure"], baseline: self["baseline"], target: self["target"], due: try dayIfAny("due"), owner: self["owner"],
                    area: self["area"], adultLife: AdultLife(rawValue: self["adult_life"]))
    }
}

extension WriteSection {
    /// A short mark of what is written, by which two versions are told apart.
    fileprivate var mark: String { Self.mark(words.filter { !$0.value.isEmpty }, isLater: state == .inProgress, isNone: state == .notNeeded) }

    fileprivate static func mark(_ words: [String: String], isLater: Bool, isNone: Bool) -> String {
        let text = words.sorted { $0.key < $1.key }.map { "\($0.key)|\($0.value)" }.joined(separator: "\n") + (isLater ? "\nlater" : "") + (isNone ? "\nnone" : "")
        return String(text.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 36)
    }
}

extension WholePlan {
    /// The mark of what stands in a part.
    func mark(of part: PlanPart) -> String {
        let words = Dictionary(sections.filter { $0.part == part.key && !$0.words.isEmpty }.map { ($0.area, $0.words) }) { $1 }, state = section(part)?.state
        return WriteSection.mark(words, isLater: state == .inProgress, isNone: state == .notNeeded)
    }

    /// What stands in the long page when it is opened.
    var typed: [(name: String, text: String)] {
        kind.parts.map(\.part).flatMap { part -> [(name: String, text: String)] in
            let words = sections.filter { $0.part == part.key }.map { (name: part.field($0.area), text: $0.words) }
            let state = section(part)?.state
            return words + [(part.markField, mark(of: part))] + (state == .inProgress ? [(part.laterField, "yes")] : []) + (state == .notNeeded ? [(part.noneField, "yes")] : [])
        }
    }
}
