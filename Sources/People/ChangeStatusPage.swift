import AreaKit
import Basics
import Pages

/// Decides a pupil's SEN status.
public let changeStatusPath = PagePath<PupilID>("/pupils/*/status")

let changeStatus = PupilAct(
    about: registerTables, saved: "status",
    start: { _, ask in [("from", ask.today.description)] },
    form: { record, ask, write in
        let pupil = record.pupil, current = record.register.provision(on: ask.today)
        return PupilForm(
            title: isOnRegister(record, ask.today) ? "Change \(pupil.calledName)’s SEN status" : "Add \(pupil.calledName) to the register",
            lead: "\(pupil.fullCalledName). Now: \(statusTag(current?.provision)) \(current.map { "since \($0.spell.starts.inWords)" })",
            button: "Save the status",
            fields: """
                \(write.radios("provision", "What is the status?", statusWords))\
                \(write.day("from", "From which day?", hint: "For a plan, the day on its front page. For SEN support, the day it was agreed."))\
                \(write.select("need", "Main need", needChoices(record, ask.today), hint: "A diagnosis is not needed. Choose what helps most to plan support."))\
                \(write.longText("reason", "Why?", hint: "A sentence or two. The family may read this.", aboutChild: ask.notice))
                """)
    },
    save: { writer, record, ask, typed in
        let change = ChangeStatus(provision: typed["provision"], from: try typed.day("from"), need: typed["need"], reason: typed["reason"])
        try writer.save(try change.applied(to: record.register, today: ask.today), of: record, on: ask.today)
    })

/// The tables of the register itself.
public let registerTables = ["provision_spell", "pupil_need", "watch_spell"]

let statusWords = [
    Choice("K", "SEN support", hint: "The school does more than, or something different from, what it does for everyone."),
    Choice("E", "EHC plan", hint: "The council has issued a final education, health and care plan."),
    Choice("N", "No SEN", hint: "No more is needed than for others of the same age. Open needs end as well."),
]

public func isOnRegister(_ record: PupilRecord, _ day: Day) -> Bool {
    let status = record.register.provision(on: day).flatMap { CodeList.censusProvision($0.provision) }
    return status == "K" || status == "E"
}

private func needChoices(_ record: PupilRecord, _ day: Day) -> [Choice] {
    let none = record.register.openNeeds(on: day).isEmpty ? "Choose the main need" : "Keep the needs as they are"
    return [Choice("", none)] + censusNeeds(on: day)
}

/// The types of need that the census takes on a day.
public func censusNeeds(on day: Day) -> [Choice] { NeedType.all.filter { $0.isInCensus(on: day) }.map { Choice($0.code, $0.label) } }
