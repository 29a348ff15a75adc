import Access
import Basics
import Database
import Pages

/// Hands what was typed about a pupil to the safeguarding lead in place of saving it.
public let handOverPath = PagePath<PupilID>("/pupils/*/hand-over")

extension Visit {
    /// What stands above each box about this pupil: whom to tell at the pupil's school.
    /// - Parameter form: the address of the form, so that the lead sees where it was typed.
    public func childNotice(_ reader: Reader, _ pupil: PupilID, form: Address) throws -> ChildNotice {
        let school = try reader.schoolOfToday(pupil, today)
        return ChildNotice(lead: try school.flatMap { try safeguardingLead(reader, $0, today) }, handOver: handOverPath(pupil).asking(["form": form.text]))
    }

    public func childNotice(_ reader: Reader, _ record: PupilRecord, form: Address) throws -> ChildNotice {
        let school = record.roll(on: today)?.enrolment.school
        return ChildNotice(lead: try school.flatMap { try safeguardingLead(reader, $0, today) }, handOver: handOverPath(record.pupil.id).asking(["form": form.text]))
    }
}

extension Reader {
    /// The school on whose roll a pupil is on a day: the main one of two.
    public func schoolOfToday(_ pupil: PupilID, _ day: Day) throws -> SchoolID? {
        try schoolsOfToday(pupil, day).first
    }
}
