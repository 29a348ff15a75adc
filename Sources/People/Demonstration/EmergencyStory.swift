import Access
import Basics
import Database

extension Store {
    /// A few pupils of each demonstration school get emergency lines, as a SENCO writes them.
    func tellEmergencies(at school: School, as viewer: Viewer, _ act: Act) async throws {
        try await write(act) { writer in
            let pupils = try writer.column("""
                SELECT e.pupil_id FROM enrolment e JOIN pupil p ON p.id = e.pupil_id WHERE e.school_id = \(school.id) AND e.ends IS NULL AND e.kind = 'C' \
                AND e.starts < \(act.today - 60) ORDER BY p.birth, p.id
                """, as: PupilID.self)
            let lines = school.kind == .special ? specialLines : mainstreamLines
            for (place, line) in lines.enumerated() where pupils.count > lines.count {
                let pupil = try writer.pupil(pupils[(place * 2 + 1) * pupils.count / (lines.count * 2)], for: viewer, on: act.today)
                try writer.save(try line(pupil.calledName, act.today - 40).applied(to: pupil, today: act.today))
            }
        }
    }
}

private typealias Line = @Sendable (String, Day) -> KeepEmergencyLine

private let mainstreamLines: [Line] = [allergy, epilepsy, evacuation, asthma]
private let specialLines: [Line] = [epilepsy, choking, evacuation, diabetes, allergy]

private let allergy: Line = { name, day in
    KeepEmergencyLine(kind: .allergy, lookFor: "Nuts: lips or face swell, cough, wheezing, or \(name) goes pale and sleepy.",
                      whatToDo: "1. Pen into the outer thigh. 2. Call 999 and say “anaphylaxis”. 3. Keep \(name) lying down, legs up. 4. Second pen after 5 minutes if no better.",
                      medicine: "Two pens in the yellow bag on the hook by the classroom door; spare in the office.", whoToCall: "999, then the office, then home.", from: day)
}
private let epilepsy: Line = { name, day in
    KeepEmergencyLine(kind: .epilepsy, lookFor: "\(name) stares, then arms and legs shake.",
                      whatToDo: "1. Note the time. 2. Cushion the head, move things away, hold nobody down. 3. Afterwards on the side. Stay and speak calmly. 4. After 5 minutes call 999.",
                      medicine: "In the locked cupboard of the medical room. Given by trained staff only.", whoToCall: "The office, who call trained staff; 999 after 5 minutes.", from: day)
}
private let asthma: Line = { name, day in
    KeepEmergencyLine(kind: .asthma, lookFor: "\(name) coughs, cannot finish a sentence, or says the chest is tight.",
                      whatToDo: "1. Sit up. 2. Blue inhaler with the spacer: one puff, then up to ten, one each minute. 3. No better after ten puffs: call 999.",
                      medicine: "Blue inhaler and spacer in the class medical box; spare in the office.", whoToCall: "The office; 999 if no better.", from: day)
}
private let choking: Line = { name, day in
    KeepEmergencyLine(kind: .choking, lookFor: "Silent, cannot cough, colour changes while eating or drinking.",
                      whatToDo: "1. Up to five back blows, then five thrusts, in turn. 2. Call 999. Only food from \(name)’s own mealtime plan, sitting upright.",
                      medicine: "Suction pump on the trolley in the dining room.", whoToCall: "Nurse on the school radio, and 999.", from: day)
}
private let diabetes: Line = { name, day in
    KeepEmergencyLine(kind: .diabetes, lookFor: "\(name) is pale, shaky, cross or sleepy.",
                      whatToDo: "1. Give the juice or sweets from the red box now. 2. Stay with \(name). 3. Test after 15 minutes. 4. Cannot swallow or does not wake: call 999.",
                      medicine: "Red box in the classroom, top shelf.", whoToCall: "The office, then home; 999 if not awake.", from: day)
}
private let evacuation: Line = { name, day in
    KeepEmergencyLine(kind: .evacuation, lookFor: "", whatToDo: "\(name) does not use stairs alone. Wait together at the refuge point by the lift. Two adults use the evacuation chair.",
                      medicine: "", whoToCall: "Say on the radio: refuge point, two people waiting.", from: day)
}
