import Access
import Basics
import Database
import Pages
import People

extension Writer {
    /// Begins an episode with its steps, the consent on which it stands, and who leads it.
    func save(_ starting: StartEarlyHelp, about pupil: PupilID, at school: SchoolID, by scheme: EarlyHelpScheme?, who: String) throws -> EarlyHelpEpisode {
        let others = try all(EarlyHelpEpisode.self, "WHERE pupil_id = \(pupil)")
        let episode = try save(starting.applied(about: pupil, at: school, by: scheme, beside: others, who: who, today: act.today))
        try save(starting.consent.applied(to: episode, by: who, today: act.today))
        if !starting.lead.isEmpty {
            var lead = starting.lead
            lead.from = episode.startedOn
            try save(lead.applied(to: episode, after: [], today: act.today).named)
        }
        for step in StartEarlyHelp.steps(of: episode, by: scheme) { try save(Change("earlyHelpStep.planned", to: step)) }
        return episode
    }

    /// Writes down a meeting; the day of the next stands on the episode, too.
    func save(_ meeting: Change<EarlyHelpMeeting>, of episode: EarlyHelpEpisode) throws {
        try save(meeting)
        let meetings = try all(EarlyHelpMeeting.self, "WHERE episode_id = \(episode.id)")
        if let next = episode.meetingNext(meetings) { try save(next) }
    }

    /// Names who leads from now on; whoever did before, does no longer.
    func save(_ lead: NameLead, of held: HeldEarlyHelp) throws {
        let (ended, named) = try lead.applied(to: held.episode, after: held.leads, today: act.today)
        if let ended { try save(ended) }
        try save(named)
    }

    /// Closes an episode, and with it the time of whoever leads it.
    func close(_ held: HeldEarlyHelp, _ closing: CloseEarlyHelp, by who: String) throws {
        let closed = try save(closing.applied(to: held.episode, by: who, today: act.today))
        guard let before = held.lead, let day = closed.closedOn else { return }
        var after = before
        after.ends = max(before.starts, day)
        try save(Change("earlyHelpLead.ended", from: before, to: after))
    }
}
