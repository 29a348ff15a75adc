import Basics

/// Adds a paper to a pupil's record, or to a school's.
public struct AddPaper: Sendable {
    public let title: String
    /// One of `Paper.Topic`, as it was chosen.
    public let topic: String

    public init(title: String, topic: String) {
        self.title = title.trimmed
        self.topic = topic
    }

    /// What is wrong with the words, before any file is looked at.
    public var problems: Problems {
        var problems = Problems()
        problems.require(!title.isEmpty, "title", "Give the paper a title, so that others find it.")
        problems.require(title.count <= 150, "title", "This is longer than 150 letters. Give a shorter title.")
        problems.require(Paper.Topic(rawValue: topic) != nil, "topic", "Say what it is.")
        return problems
    }

    /// - Parameters:
    ///   - papers: all that the pupil or school has.
    ///   - at: when it is added.
    /// - Throws: `Problems` with everything that is wrong.
    public func applied(
        _ file: StoredPaper, about pupil: PupilID?, at school: SchoolID?, papers: [Paper], limits: PaperLimits = PaperLimits(), at now: Instant
    ) throws -> Change<Paper> {
        var problems = problems
        let standing = papers.filter { !$0.isWithdrawn }
        if let same = standing.first(where: { $0.sha256 == file.sha256 }) {
            problems.add("file", "This file is here already, as “\(same.title)”. Choose another, or withdraw that one first.")
        }
        let room = limits.perPupil - standing.map(\.bytes).reduce(0, +)
        problems.require(file.bytes <= room, "file", "With this, the papers would take more than \(PaperLimits.inWords(limits.perPupil)) together. Withdraw papers that are no longer needed first.")
        guard problems.isEmpty, let topic = Paper.Topic(rawValue: topic) else { throw problems }
        return Change("paper.added", to: Paper(
            id: .new, pupil: pupil, school: school, title: title, topic: topic, fileName: file.fileName, kind: file.kind,
            bytes: file.bytes, sha256: file.sha256, storedAs: file.storedAs, addedAt: now))
    }
}
