import Access
import Basics
import Database

/// One line of the tick list, with the names people need for it.
struct OpenTask: Sendable {
    let task: MISTask
    let name: String
    let school: String
}

extension Reader {
    /// What no file has confirmed yet, of the schools in sight, in order of school and surname.
    func misTasks(for viewer: Viewer, on day: Day) throws -> [OpenTask] {
        let tasks = try all(MISTask.self, "WHERE confirmed_on IS NULL AND \(viewer.seesTask(on: day)) ORDER BY decided_on, id")
        viewer.witness.saw(tasks.map(\.pupil))
        let schools = Dictionary(uniqueKeysWithValues: try schools(for: viewer).map { ($0.id, $0.name) })
        let names = Dictionary(uniqueKeysWithValues: try all(Pupil.self, "WHERE id IN \(Array(Set(tasks.map(\.pupil))).sorted())").map { ($0.id, $0) })
        return tasks.compactMap { task in
            names[task.pupil].map { OpenTask(task: task, name: $0.name, school: schools[task.school] ?? "") }
        }
    }
}

extension Viewer {
    /// True for a row of `mis_task` of a school and a pupil in sight.
    func seesTask(on day: Day) -> SQL {
        "\(sees(school: "school_id")) AND EXISTS (SELECT 1 FROM pupil p WHERE p.id = mis_task.pupil_id AND \(seesPupil(on: day)))"
    }
}

extension MISTask {
    var valueInWords: String { Self.words(value) }

    /// `SEN support (K) from 1 November 2026`, for `K from 2026-11-01`.
    static func words(_ value: String) -> String {
        value.split(separator: " ").map { word in
            let word = String(word)
            let label = CodeList.provision[word]?.label ?? NeedType.named(word)?.label
            return Day(word)?.inWords ?? label.map { "\($0) (\(word))" } ?? word
        }.joined(separator: " ")
    }
}
