import Basics
import Measures

/// Plans a campaign, or changes one.
public struct PlanCampaign: Sendable {
    public let name: String
    public let starts: Day?
    public let ends: Day?
    public let schools: [SchoolID]
    public let years: [YearGroup]
    public let classes: [ClassID]
    public let testers: String
    public let staff: [StaffID]

    public init(name: String, starts: Day?, ends: Day?, schools: [SchoolID], years: [YearGroup] = [], classes: [ClassID] = [], testers: String = "", staff: [StaffID] = []) {
        (self.name, self.starts, self.ends, self.schools) = (name.trimmed, starts, ends, schools)
        (self.years, self.classes, self.testers, self.staff) = (years, classes, testers.trimmed, staff)
    }

    /// - Parameters:
    ///   - before: the campaign that is changed; its test stays.
    ///   - instrument: nil where none was chosen.
    /// - Throws: `Problems` at `name`, `test`, `starts`, `ends`, `schools`, `years`, `testers`.
    public func applied(to before: ScreeningCampaign?, with instrument: Instrument?, by who: String, today: Day) throws -> Change<ScreeningCampaign> {
        try problems(before, instrument, today).check()
        guard let instrument, let starts, let ends else { throw Problems("test", "Choose the test.") }
        let named = name.nonEmpty ?? "\(instrument.name), \(starts.inWords.split(separator: " ").dropFirst().joined(separator: " "))"
        var after = before ?? ScreeningCampaign(id: .new, name: named, instrument: instrument.id, starts: starts, ends: ends, years: "", testers: "", madeBy: who, madeOn: today)
        (after.name, after.starts, after.ends, after.testers) = (named, starts, ends, testers)
        after.years = years.map(\.rawValue).joined(separator: " ")
        return Change(before == nil ? "screening.planned" : "screening.changed", from: before, to: after)
    }

    private func problems(_ before: ScreeningCampaign?, _ instrument: Instrument?, _ today: Day) -> Problems {
        var problems = Problems()
        problems.require(before?.closedOn == nil, "", "This campaign is closed. Open it again before you change it.")
        problems.require(instrument != nil, "test", "Choose the test.")
        problems.require(name.count <= 100, "name", "This name is longer than 100 letters. Shorten it.")
        problems.require(testers.count <= 500, "testers", "This is longer than 500 letters. Write only who tests.")
        problems.require(!schools.isEmpty, "schools", "Choose at least one school.")
        problems.require(!years.isEmpty || !classes.isEmpty, "years", "Tick at least one year group\(schools.count == 1 ? ", or a class" : "").")
        problems.require(years.isEmpty || classes.isEmpty, "years", "Tick year groups or classes, not both.")
        problems.require(classes.isEmpty || schools.count == 1, "years", "Classes can be chosen for one school only. Choose year groups.")
        addWindowProblems(&problems, today)
        return problems
    }

    private func addWindowProblems(_ problems: inout Problems, _ today: Day) {
        problems.require(starts != nil, "starts", "Give the first day.")
        problems.require(ends != nil, "ends", "Give the last day.")
        guard let starts, let ends else { return }
        problems.require(ends >= starts, "ends", "The last day is before the first. Change one of them.")
        problems.require(ends - starts <= 180, "ends", "This is longer than half a year. Plan two campaigns, so that each child’s score belongs to one time.")
        problems.require(starts <= today.adding(years: 1), "starts", "This day is more than a year ahead. Give an earlier day.")
        problems.require(starts >= today.adding(years: -5), "starts", "This day is more than five years back. Give a later day.")
    }
}

/// Closes a campaign, so that nobody is tested for it any more; or opens it again.
public struct CloseCampaign: Sendable {
    public let words: String

    public init(words: String = "") { self.words = words.trimmed }

    /// - Parameter untested: how many children could still be tested.
    public func closed(_ campaign: ScreeningCampaign, untested: Int, by who: String, today: Day) throws -> Change<ScreeningCampaign> {
        var problems = Problems()
        problems.require(campaign.closedOn == nil, "", "This campaign is closed already.")
        problems.require(today >= campaign.starts, "", "This campaign has not begun. Change its days if it should not take place.")
        problems.require(untested == 0 || !words.isEmpty, "words", "\(count(untested, "child is", "children are")) not tested. Say in a sentence why you close it all the same.")
        problems.require(words.count <= 1000, "words", "This is longer than 1,000 letters. Shorten it.")
        try problems.check()
        var after = campaign
        (after.closedOn, after.closedBy, after.closingWords) = (today, who, words)
        return Change("screening.closed", from: campaign, to: after, because: words.nonEmpty)
    }

    public static func opened(_ campaign: ScreeningCampaign) throws -> Change<ScreeningCampaign> {
        if campaign.closedOn == nil { throw Problems("", "This campaign is open already.") }
        var after = campaign
        (after.closedOn, after.closedBy, after.closingWords) = (nil, "", "")
        return Change("screening.opened_again", from: campaign, to: after)
    }
}
