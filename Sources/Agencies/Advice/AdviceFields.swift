import Access
import AreaKit
import Basics
import Database
import Pages
import Papers
import People

// What the forms about advice share: its fields, and what they say.

/// - Parameter referral: the one for which it came; advice for a referral is of its agency.
func adviceFields(_ reader: Reader, _ record: PupilRecord, _ ask: PupilQuestion, _ write: FormWriter, _ referral: RowID?) throws -> HTML {
    let agencies = try reader.advisers(record, ask, referral)
    let papers = try reader.papers(of: ask.pupil, for: ask.viewer, on: ask.today).filter { !$0.isWithdrawn }
    return """
        \(write.select("agency", "From which agency?", [Choice("", "From somebody else")] + agencies.map { Choice("\($0.id)", $0.name) }))\
        \(write.text("author", "Who wrote it?", hint: "Name and work, such as: Ana Cole, speech therapist."))\(write.day("written_on", "Which day stands on it?"))\(write.day("received_on", "When did it come?"))\
        \(write.select("paper", "Which paper is it?", [Choice("", "It is not in the record")] + papers.map { Choice("\($0.id)", $0.title) }))\
        <p class="quiet">Not there yet? <a href="\(addPaperPath(ask.pupil))">Add it to the record</a> first.</p>\
        \(write.longText("summary", "What does it say, in your own words?", hint: "So that a class teacher understands it.", rows: 5, aboutChild: ask.notice))
        """
}

extension Reader {
    /// What the form says, without recommendations.
    func typedAdvice(_ typed: FormValues, _ record: PupilRecord, _ ask: PupilQuestion, _ referral: RowID?, now: PaperID? = nil) throws -> KeepAdvice {
        var keep = KeepAdvice(by: typed["author"], summary: typed["summary"], recommendations: "")
        (keep.writtenOn, keep.receivedOn) = (try typed.dayIfAny("written_on"), try typed.dayIfAny("received_on"))
        let held = try referral.map { try self.referral($0, of: ask.pupil, for: ask.viewer, on: ask.today) }
        let agency = try advisers(record, ask, referral).first { "\($0.id)" == typed["agency"] }
        if agency == nil, !typed["agency"].isEmpty { throw Problems("agency", "Choose an agency of the list.") }
        if let held, agency?.id != held.agency.id { throw Problems("agency", "This advice is for the referral to \(held.agency.name). Choose that agency, or enter the advice from the pupil’s page.") }
        (keep.agency, keep.referral, keep.paper) = (agency?.id, held?.referral.id, try chosenPaper(typed["paper"], ask, now))
        return keep
    }

    /// The agencies that advice may be from: the open ones, and that of its referral though it be closed.
    fileprivate func advisers(_ record: PupilRecord, _ ask: PupilQuestion, _ referral: RowID?) throws -> [Agency] {
        let open = try openAgencies(of: schoolOfRoll(record, for: ask.viewer, on: ask.today), for: ask.viewer.inStaffParts, on: ask.today)
        guard let own = try referral.map({ try self.referral($0, of: ask.pupil, for: ask.viewer, on: ask.today) })?.agency, !open.contains(where: { $0.id == own.id }) else { return open }
        return [own] + open
    }

    /// - Parameter now: the paper that stands there, which may have been withdrawn since.
    private func chosenPaper(_ text: String, _ ask: PupilQuestion, _ now: PaperID?) throws -> PaperID? {
        if text.isEmpty { return nil }
        if let now, text == "\(now)" { return now }
        guard let paper = try papers(of: ask.pupil, for: ask.viewer, on: ask.today).first(where: { "\($0.id)" == text && !$0.isWithdrawn }) else {
            throw Problems("paper", "This paper is no longer there, or is not yours to see. Choose again.")
        }
        return paper.id
    }
}
