import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// Records money that comes for one pupil: top-up, pupil premium and other streams.
let setPupilFunding = PupilAct(
    about: [FundingLine.table.name], needs: .keepCosts,
    form: { _, record, _, write in
        PupilForm(title: "Record funding for a pupil", button: "Record this funding", fields: write.fundingFields(FundingStream.forPupils))
    },
    goingTo: { writer, record, ask, typed in
        let school = try writer.schoolToKeep(record, ask)
        try writer.save(try typed.funding().applied(for: ask.pupil, at: school, beside: writer.funding(of: ask.pupil)))
        return pupilCostsPath(ask.pupil).asking(["saved": "funding"]).at("funding")
    })

/// Says until when a sum for a pupil is paid.
let endPupilFunding = PupilAct(
    about: [FundingLine.table.name], needs: .keepCosts,
    form: { reader, _, ask, write in
        let line = try reader.fundingToEnd(ask)
        return PupilForm(title: "Say when a pupil’s funding ends", lead: "\(FundingStream.label(line.stream)): \(line.annual.description) a year, \(line.spell.inWords).", button: "Save the last day",
                         fields: write.day("last_day", "On which day is it paid for the last time?"))
    },
    goingTo: { writer, _, ask, typed in
        let line = try writer.fundingToEnd(ask)
        try writer.save(try EndFunding(lastDay: typed.dayIfAny("last_day")).applied(to: line, beside: writer.funding(of: ask.pupil)))
        return pupilCostsPath(ask.pupil).asking(["saved": "funding"]).at("funding")
    })

extension Reader {
    /// What comes for a pupil, the latest first. Whoever asks has the pupil in sight.
    func funding(of pupil: PupilID) throws -> [FundingLine] { try all(FundingLine.self, "WHERE pupil_id = \(pupil) ORDER BY starts DESC, id DESC") }

    /// The school on whose roll the pupil is, where the viewer keeps its costs.
    /// - Throws: `Problems` for a pupil who left, `NotFound` at somebody else's school.
    func schoolToKeep(_ record: PupilRecord, _ ask: PupilQuestion) throws -> SchoolID {
        let school = try schoolOfRoll(record, for: ask.viewer, on: ask.today)
        guard ask.viewer.may(.keepCosts, at: school.id) else { throw NotFound() }
        return school.id
    }

    fileprivate func fundingToEnd(_ ask: PupilQuestion) throws -> FundingLine {
        let line = try ask.chosen(funding(of: ask.pupil))
        guard ask.viewer.may(.keepCosts, at: line.school) else { throw NotFound() }
        return line
    }
}
