import Basics
import People

/// Shares papers of a pupil with one person outside the school.
public struct SharePapers: Sendable {
    public var papers: [PaperID] = []
    public var name = ""
    public var organisation = ""
    public var because = ""
    public var until: Day?
    /// Somebody has read each: a paper is a file, out of which nothing can be taken.
    public var isRead = false

    public init() {}

    /// - Parameters:
    ///   - among: the papers that the person who shares may read.
    ///   - contacts: the pupil's: who may be sent no papers is given none this way either.
    /// - Throws: `Problems` by the names of the form's fields.
    public func applied(of pupil: PupilID, at school: SchoolID, among known: Set<PaperID>, contacts: [Contact], by who: String, today: Day) throws -> Change<PaperShare> {
        var problems = Problems()
        problems.require(!papers.isEmpty && papers.allSatisfy(known.contains), "papers", "Choose at least one paper of the list.")
        problems.require(!name.trimmed.isEmpty && name.unicodeScalars.count <= 120, "name", "Give the name of one person, in at most 120 letters.")
        problems.require(isRead, "is_read", "Read each paper first: a file can't be changed here, and a confidential address may stand in it.")
        problems.require(organisation.unicodeScalars.count <= 200, "organisation", "Make this shorter: at most 200 letters.")
        problems.require(!because.trimmed.isEmpty && because.unicodeScalars.count <= 1000, "because", "Say on what ground you share: whose consent, or what duty. At most 1,000 letters.")
        problems.require(until.map { $0 >= today && $0 <= today + PaperShare.mostDays } ?? false, "until", "Give the last day on which it opens: today or later, within a year.")
        if let words = contacts.filter({ $0.isAlike(name, "") && ($0.ends == nil || !$0.courtOrder.isEmpty) }).compactMap(\.noPapers).first { problems.add("name", words) }
        guard problems.isEmpty, let until else { throw problems }
        return Change("paperShare.made", to: PaperShare(pupil: pupil, school: school, name: name.trimmed, organisation: organisation.trimmed, because: because.trimmed, madeOn: today, madeBy: who, until: until))
    }
}

extension Contact {
    /// Why they are given no papers; nil where they may be. What a court said is not repeated.
    fileprivate var noPapers: String? {
        if !courtOrder.isEmpty { return "The record says that a court has ordered something about somebody of this name. Ask the safeguarding lead first." }
        return mayReceivePapers ? nil : "The record says that somebody of this name gets no papers. Look at the contacts first."
    }
}
