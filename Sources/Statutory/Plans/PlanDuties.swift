import Access
import AreaKit
import Basics
import Database
import Pages
import People

/// What is owed in the matter of a plan: what is next, who owes it, by when.
func dutiesCard(_ reader: Reader, _ visit: Visit, _ plan: EHCPlan) throws -> HTML {
    try matterCard(reader, reader.duties(of: plan.matter), visit.today)
}

/// The duties of one matter: first what is next, then the rest.
func matterCard(_ reader: Reader, _ duties: [OwedDuty], _ today: Day) throws -> HTML {
    let standing = duties.filter { $0.droppedBecause.isEmpty }, excused = Set(try reader.exemptions(of: standing).keys)
    if standing.isEmpty { return "" }
    let next: HTML = standing.first { $0.waits(on: today) }.map { duty in
        "<p><b>Next:</b> \(duty.owner.label), by \(duty.dueOn.inWords): \(duty.what). \(standingTag(duty, today, excused))</p>"
    } ?? "<p>Nobody owes anything now: all is done, or its time is over.</p>"
    let rows: [HTML] = standing.map { duty in
        let estimated: HTML = duty.isEstimated ? " <span class=\"tag tag-none\">From an estimated day: not counted</span>" : ""
        return """
            <tr><th scope="row">\(duty.what)\(estimated)<p class="quiet">\(duty.why)</p></th><td data-label="Who">\(duty.owner.label)</td>\
            <td class="date" data-label="By">\(duty.dueOn.short)</td><td data-label="Where it stands">\(standingTag(duty, today, excused))</td></tr>

            """
    }
    return card("What is owed by law", id: "duties", next + table("What is owed by law", [head("What"), head("Who"), head("By"), head("Where it stands")], rows))
}

private func standingTag(_ duty: OwedDuty, _ today: Day, _ excused: Set<OwedDutyID>) -> HTML {
    let isExcused = excused.contains(duty.id)
    let kind: HTML = duty.countsAsLate(on: today) && !isExcused ? "tag tag-warn" : duty.isOpen ? "tag tag-none" : "tag tag-good"
    return "<span class=\"\(kind)\">\(duty.standingWords(on: today, isExcused: isExcused))</span>"
}

extension EHCPlan {
    /// The piece of work to which its legal events belong.
    var matter: Matter { Matter(.plan, row: id, pupil: pupil, school: school, council: council) }
}

/// Says that the pupil moves to another council’s area: the plan goes with them, and both councils have their days.
let transferPlan = PupilAct(
    about: ["ehc_plan"], needs: .changeRegister,
    form: { reader, record, ask, write in
        let held = try reader.heldPlan(ask), councils = try reader.knownCouncils()
        return PupilForm(
            title: "Hand the EHC plan of \(record.pupil.calledName) to another council", lead: "\(record.pupil.fullCalledName). Now: \(councils.words(held.plan.council)).", button: "Save the move",
            fields: """
                \(write.day("moved_on", "When did the pupil move?", hint: "Of a move to come write nothing yet: until then the old council keeps the plan."))\(write.text("la", "Which council is it then?", hint: "Its three figures."))\
                \(write.day("learned_on", "When did the old council learn of it?", hint: "Where it learned less than 15 working days before, its time runs from then."))\
                \(write.day("transferred_on", "When was the plan handed over?", hint: "Leave it empty where nobody has said."))\
                \(write.select("stated", "How do you know?", [Choice("", "Choose")] + DateSource.allCases.map { Choice($0.rawValue, $0.label) }))
                """)
    },
    goingTo: { writer, record, ask, typed in
        let held = try writer.heldPlan(ask)
        try writer.save(TransferPlan(to: typed["la"], moved: typed.dayIfAny("moved_on"), learned: typed.dayIfAny("learned_on"), handedOver: typed.dayIfAny("transferred_on"), stated: DateSource(rawValue: typed["stated"])), of: held.plan)
        return ehcPlanPath(ask.pupil).asking(["saved": "moved"])
    })

extension Writer {
    /// Hands a plan on, with what both councils owe. What was late before the move stays with the old one, and so does the handing over.
    @discardableResult
    func save(_ transfer: TransferPlan, of plan: EHCPlan) throws -> EHCPlan {
        let after = try save(transfer.applied(to: plan, today: act.today))
        guard let moved = transfer.moved, let stated = transfer.stated else { return after }
        var days: [DateOption: Day] = [:]
        (days[.learned], days[.transferred], days[.reviewed]) = (transfer.learned, transfer.handedOver, plan.metOn ?? plan.finalOn)
        try record(.authorityTransfer, on: moved, EventDetails(days: days), of: after.matter, stated: stated)
        for owed in try all(OwedDuty.self, "WHERE matter = 'plan' AND matter_id = \(plan.id)") where owed.isOpen {
            let council = owed.rule == "TR-1" || owed.dueOn < moved ? plan.council : after.council
            if owed.matter.council == council { continue }
            var right = owed
            right.matter.council = council
            try save(Change("duty.councilSaid", from: owed, to: right))
        }
        if let handed = transfer.handedOver { try meet(["TR-1"], of: after.matter, on: handed, stated: stated) }
        return after
    }
}
