import Access
import Basics
import Database
import Pages
import People

/// An episode with all that belongs to it.
public struct HeldEarlyHelp: Sendable {
    public let episode: EarlyHelpEpisode
    public let scheme: EarlyHelpScheme?
    /// The latest first.
    public let consents: [EarlyHelpConsent]
    /// The latest first.
    public let leads: [EarlyHelpLead]
    /// In the council's order.
    public let steps: [EarlyHelpStep]
    /// The latest first.
    public let meetings: [EarlyHelpMeeting]
    public let actions: [Action]

    /// Who leads it now.
    public var lead: EarlyHelpLead? { leads.first { $0.ends == nil } }

    /// The consent on which it stands today; of several, the one that holds longest.
    public func consent(on day: Day) -> EarlyHelpConsent? { consents.filter { $0.holds(on: day) }.max { $0.until < $1.until } }
}

extension EarlyHelpEpisode {
    /// From where its actions come.
    var source: ActionSource { ActionSource(table: Self.table.name, row: id.rawValue) }
}

extension Reader {
    /// The episodes of a pupil, the latest first; none for those who don't see the whole record.
    func earlyHelp(of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> [EarlyHelpEpisode] {
        guard try powers(of: viewer.inStaffParts, over: pupil, on: day).contains(.seeRecord) else { return [] }
        return try once(OfPupil.episodes(pupil)) { try all(EarlyHelpEpisode.self, "WHERE pupil_id = \(pupil) ORDER BY started_on DESC, id DESC") }
    }

    /// One episode.
    /// - Throws: `NotFound` where there is none that the viewer may read.
    public func earlyHelp(_ row: RowID, of pupil: PupilID, for viewer: Viewer, on day: Day) throws -> HeldEarlyHelp {
        _ = try self.pupil(pupil, for: viewer, on: day)
        guard let episode = try earlyHelp(of: pupil, for: viewer, on: day).first(where: { $0.row == row }) else { throw NotFound() }
        return HeldEarlyHelp(
            episode: episode, scheme: try episode.scheme.flatMap { try one($0, of: EarlyHelpScheme.self) },
            consents: try all(EarlyHelpConsent.self, "WHERE episode_id = \(episode.id) ORDER BY given_on DESC, id DESC"),
            leads: try all(EarlyHelpLead.self, "WHERE episode_id = \(episode.id) ORDER BY starts DESC, id DESC"),
            steps: try all(EarlyHelpStep.self, "WHERE episode_id = \(episode.id) ORDER BY position, id"),
            meetings: try all(EarlyHelpMeeting.self, "WHERE episode_id = \(episode.id) ORDER BY held_on DESC, id DESC"),
            actions: try actions(from: episode.source))
    }

    /// The episode that the address of a form names.
    func earlyHelp(_ ask: PupilQuestion) throws -> HeldEarlyHelp {
        guard let row = ask.row else { throw NotFound() }
        return try earlyHelp(row, of: ask.pupil, for: ask.viewer, on: ask.today)
    }

    /// A part of an episode that the address of a form names, with its episode.
    func earlyHelpPart<Part: Recorded>(_ part: Part.Type, _ ask: PupilQuestion, _ owner: (Part) -> EarlyHelpID) throws -> (part: Part, held: HeldEarlyHelp) where Part.Identity == Mark.Row {
        let found = try ask.chosen(all(part, "WHERE pupil_id = \(ask.pupil)"))
        return (found, try earlyHelp(RowID(owner(found).rawValue), of: ask.pupil, for: ask.viewer, on: ask.today))
    }

    /// How councils run early help, by council and name.
    func earlyHelpSchemes() throws -> [EarlyHelpScheme] { try all(EarlyHelpScheme.self, "ORDER BY la_code, name, id") }

    /// The schemes by which one may begin at a school on a day: those of its council first.
    func openSchemes(of school: School, on day: Day) throws -> [EarlyHelpScheme] {
        let open = try earlyHelpSchemes().filter { $0.isOpen(on: day) }
        return open.filter { $0.laCode == school.laCode } + open.filter { $0.laCode != school.laCode }
    }
}

/// What a pupil's page and its history both ask.
private enum OfPupil: Hashable { case episodes(PupilID) }
