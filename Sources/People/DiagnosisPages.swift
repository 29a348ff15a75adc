import AreaKit
import Basics
import Database
import Pages

/// Writes down a diagnosis, puts one right, and takes a mistaken one out.
let recordDiagnosisPath = PagePath<PupilID>("/pupils/*/diagnoses/add")
let correctDiagnosisPath = PagePath<PupilID, RowID>("/pupils/*/diagnoses/*/correct")
let withdrawDiagnosisPath = PagePath<PupilID, RowID>("/pupils/*/diagnoses/*/withdraw")

let recordDiagnosis = PupilAct(
    about: ["diagnosis"], saved: "diagnosis",
    form: { record, ask, write in
        PupilForm(title: "Write down a diagnosis", lead: "\(record.pupil.fullCalledName)", button: "Save the diagnosis", fields: diagnosisFields(write, ask))
    },
    save: { writer, record, ask, typed in
        try writer.save(try typed.diagnosis().applied(to: record.pupil, diagnoses: record.diagnoses, today: ask.today))
    })

let correctDiagnosis = PupilAct(
    about: ["diagnosis"], saved: "diagnosis",
    start: { record, ask in
        let held = try ask.chosen(record.diagnoses)
        return [("name", held.name), ("given_by", held.givenBy), ("given_on", held.givenOn?.description ?? "")]
    },
    form: { record, ask, write in
        let held = try ask.chosen(record.diagnoses)
        return PupilForm(title: "Put a diagnosis right", lead: "\(record.pupil.fullCalledName): \(held.name)", button: "Save the diagnosis", fields: diagnosisFields(write, ask))
    },
    save: { writer, record, ask, typed in
        let held = try ask.chosen(record.diagnoses)
        try writer.save(try typed.diagnosis().applied(to: record.pupil, diagnoses: record.diagnoses, correcting: held, today: ask.today))
    })

let withdrawDiagnosis = PupilAct(
    about: ["diagnosis"], saved: "diagnosis-withdrawn",
    form: { record, ask, write in
        let held = try ask.chosen(record.diagnoses)
        return PupilForm(
            title: "Withdraw a diagnosis", lead: "\(record.pupil.fullCalledName): \(held.name)", button: "Withdraw the diagnosis",
            fields: write.longText("reason", "Why?", hint: "For instance, that it was written in the wrong record. The trail keeps what stood here.", aboutChild: ask.notice))
    },
    save: { writer, record, ask, typed in
        guard let reason = typed["reason"].nonEmpty else { throw Problems("reason", "Say why, in a few words. It is kept with the record.") }
        try writer.withdraw(try ask.chosen(record.diagnoses), event: "diagnosis.withdrawn", because: reason)
    })

private func diagnosisFields(_ write: FormWriter, _ ask: PupilQuestion) -> HTML {
    """
    \(notice("A diagnosis stands apart from the needs. No child needs one to be helped, and none changes the SEN status."))\
    \(write.text("name", "Diagnosis", hint: "In the words of whoever gave it, such as developmental language disorder.", aboutChild: ask.notice))\
    \(write.text("given_by", "Given by", hint: "If you know: the doctor, therapist or team."))\
    \(write.day("given_on", "Given on", hint: "Leave empty if you don’t know."))
    """
}

extension FormValues {
    fileprivate func diagnosis() throws -> RecordDiagnosis {
        RecordDiagnosis(name: self["name"], givenBy: self["given_by"], givenOn: try dayIfAny("given_on"))
    }
}
