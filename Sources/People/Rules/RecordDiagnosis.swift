import Basics

/// Writes down a diagnosis, in the words of whoever gave it. No need type follows from it.
public struct RecordDiagnosis: Sendable {
    public let name: String
    public let givenBy: String
    public let givenOn: Day?

    public init(name: String, givenBy: String = "", givenOn: Day? = nil) {
        self.name = name.trimmed
        self.givenBy = givenBy.trimmed
        self.givenOn = givenOn
    }

    /// - Parameter before: the diagnosis that these words put right; nil for a new one.
    public func applied(to pupil: Pupil, diagnoses: [Diagnosis], correcting before: Diagnosis? = nil, today: Day) throws -> Change<Diagnosis> {
        var problems = Problems()
        problems.require(!name.isEmpty, "name", "Write the diagnosis in the words of whoever gave it.")
        problems.require(name.count <= 200, "name", "This is longer than 200 letters. Write only the diagnosis.")
        problems.require(!diagnoses.contains { $0.id != before?.id && $0.name.folded == name.folded }, "name", "This diagnosis is recorded already.")
        if let givenOn {
            problems.require(givenOn <= today, "given_on", "This day is in the future. Give the day of the diagnosis, or leave it empty.")
            problems.require(givenOn >= pupil.birth, "given_on", "This day is before \(pupil.calledName) was born.")
        }
        try problems.check()
        var after = before ?? Diagnosis(id: .new, pupil: pupil.id, name: name)
        after.name = name
        after.givenBy = givenBy
        after.givenOn = givenOn
        return Change(before == nil ? "diagnosis.recorded" : "diagnosis.corrected", from: before, to: after)
    }
}
