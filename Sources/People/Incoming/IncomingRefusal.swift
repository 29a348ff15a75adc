import Basics

/// A record that can't be used at all: the last of its problems says why, those before it may help to mend it.
struct IncomingRefusal: Error {
    let problems: [IncomingProblem]

    init(_ values: IncomingValues, _ field: String, _ message: String) {
        problems = values.problems + [IncomingProblem(row: values.row, field: field, message: message, effect: .rowRefused)]
    }
}

extension IncomingPupil {
    /// A pupil with the least that we need: a surname and a birth date.
    init(_ values: IncomingValues, surname: String?, forename: String?, birthDate: Day?) throws(IncomingRefusal) {
        guard let surname = surname?.nonEmpty else {
            throw IncomingRefusal(values, "surname", "This pupil has no surname, so the row was left out. Add the surname in your MIS.")
        }
        guard let birthDate else {
            throw IncomingRefusal(values, "birth_date", "This pupil has no date of birth that we can read, so the row was left out. Mend it in your MIS.")
        }
        self.init(row: values.row, surname: surname, forename: forename?.nonEmpty ?? "", birthDate: birthDate)
    }
}
